"""How somebody uses a page: with a pointer, or with the keyboard alone."""


class Pointer:
    def press(self, page, selector):
        page.locator(selector).first.click()

    def write(self, page, selector, text):
        page.locator(selector).fill(text)

    def choose(self, page, selector, value):
        page.locator(selector).select_option(value)

    def tick(self, page, selector):
        page.locator(selector).first.check()

    def unfold(self, page, selector):
        page.locator(f"details:not([open]):has({selector}) > summary").first.click()


class Keyboard:
    """Goes to everything with the Tab key, and presses, writes and chooses with keys."""

    MOST_STOPS = 400

    def reach(self, page, selector):
        page.keyboard.press("Escape")
        for _ in range(self.MOST_STOPS):
            if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
                box = page.evaluate("""() => { const style = getComputedStyle(document.activeElement);
                    return document.activeElement.matches(':focus-visible') ? style.outlineStyle : 'none'; }""")
                assert box != "none", f"one does not see where one is: {selector}"
                return
            page.keyboard.press("Tab")
        raise AssertionError(f"the keyboard does not reach {selector} on {page.url}")

    def press(self, page, selector):
        self.reach(page, selector)
        page.keyboard.press("Enter")
        page.wait_for_load_state()

    def write(self, page, selector, text):
        self.reach(page, selector)
        page.keyboard.press("Control+A")
        page.keyboard.insert_text(text)

    def choose(self, page, selector, value):
        self.reach(page, selector)
        index = page.evaluate(
            "([selector, value]) => [...document.querySelector(selector).options].findIndex((o) => o.value === value)",
            [selector, value])
        page.keyboard.press("Home")
        for _ in range(index):
            page.keyboard.press("ArrowDown")
        assert page.locator(selector).input_value() == value

    def tick(self, page, selector):
        # Of a group of radio buttons the keyboard stops at one; the arrows go on from there.
        target = page.locator(selector).first
        if target.get_attribute("type") == "radio":
            name = target.get_attribute("name")
            self.reach(page, f"input[name='{name}']")
            for _ in range(20):
                if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
                    break
                page.keyboard.press("ArrowDown")
            page.keyboard.press("Space")
        else:
            self.reach(page, selector)
            page.keyboard.press("Space")
        assert target.is_checked()

    def unfold(self, page, selector):
        mark = "data-unfold"
        page.evaluate(
            """([selector, mark]) => { const fold = [...document.querySelectorAll('details:not([open])')]
                .find((one) => one.querySelector(selector)); fold.firstElementChild.setAttribute(mark, ''); }""",
            [selector, mark])
        self.reach(page, f"summary[{mark}]")
        page.keyboard.press("Enter")
        page.evaluate("(mark) => document.querySelector(`[${mark}]`).removeAttribute(mark)", mark)
