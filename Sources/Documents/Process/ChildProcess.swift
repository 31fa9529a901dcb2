import CSandbox
import Foundation
import Glibc

/// One run of another program: nothing on its input, its output handed over as it comes, nothing of ours open in it.
struct ChildProcess {
    enum End: Equatable {
        case exited(Int32)
        case signalled(Int32)
        case timedOut
        case cancelled
        case wroteTooMuch
        case cannotStart
    }

    var executable: String
    var arguments: [String]
    /// Where it runs, and where its temporary files go.
    var folder: String
    /// In bytes.
    var outputLimit: Int
    /// A child of the child, which dies with its group.
    var inOwnGroup = true

    /// Runs it to its end on this thread. When time is up, or the caller has enough, the whole group of processes is killed.
    ///
    /// - Returns: how it ended, and the most memory it held, in megabytes.
    func run(
        until deadline: ContinuousClock.Instant, isCancelled: () -> Bool = { false },
        output: (UnsafeRawBufferPointer) -> Void
    ) -> (end: End, megabytes: Int) {
        var pipes: [Int32] = [-1, -1]
        guard bb_pipe(&pipes) == 0 else { return (.cannotStart, 0) }
        let started = start(output: pipes[1])
        close(pipes[1])
        defer { close(pipes[0]) }
        guard let pid = started else { return (.cannotStart, 0) }
        let early = listen(on: pipes[0], until: deadline, isCancelled: isCancelled, output: output)
        if early != nil { stop(pid) }
        let (status, usage) = wait(for: pid, until: deadline, isCancelled: isCancelled)
        if let early { return (early, usage) }
        guard let status else { return (isCancelled() ? .cancelled : .timedOut, usage) }
        let signal = bb_signalled(status)
        return (signal == 0 ? .exited(bb_exited(status)) : .signalled(signal), usage)
    }

    private func start(output: Int32) -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        guard bb_child_files(&actions, output, folder) == 0 else { return nil }
        defer { posix_spawn_file_actions_destroy(&actions) }
        guard bb_child_attributes(&attributes) == 0 else { return nil }
        defer { posix_spawnattr_destroy(&attributes) }
        if !inOwnGroup { posix_spawnattr_setflags(&attributes, 0) }
        var argv = ([executable] + arguments).map { strdup($0) } + [nil]
        var environment = self.environment.map { strdup($0) } + [nil]
        defer { (argv + environment).forEach { free($0) } }
        var pid: pid_t = 0
        let error = posix_spawnp(&pid, executable, &actions, &attributes, &argv, &environment)
        return error == 0 ? pid : nil
    }

    /// Only what programs need: no secret of the server's goes to a child.
    private var environment: [String] {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
        return [
            "PATH=\(path)", "HOME=\(folder)", "TMPDIR=\(folder)", "LANG=C.UTF-8", "LC_ALL=C.UTF-8",
            "SWIFT_BACKTRACE=enable=no", "OMP_THREAD_LIMIT=1",
        ]
    }

    /// Reads until the other end is closed. Nil then; else why it stopped before.
    private func listen(
        on pipe: Int32, until deadline: ContinuousClock.Instant, isCancelled: () -> Bool,
        output: (UnsafeRawBufferPointer) -> Void
    ) -> End? {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 16)
        defer { buffer.deallocate() }
        var total = 0
        while true {
            if isCancelled() { return .cancelled }
            if ContinuousClock.now >= deadline { return .timedOut }
            var asked = pollfd(fd: pipe, events: Int16(POLLIN), revents: 0)
            guard poll(&asked, 1, 100) > 0 else { continue }
            let count = read(pipe, buffer.baseAddress, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return nil }
            total += count
            guard total <= outputLimit else { return .wroteTooMuch }
            output(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
    }

    /// A program may close its output and go on: it is waited for no longer than the deadline.
    private func wait(
        for pid: pid_t, until deadline: ContinuousClock.Instant, isCancelled: () -> Bool
    ) -> (status: Int32?, megabytes: Int) {
        var status: Int32 = 0
        var usage = rusage()
        var killed = false
        while true {
            let found = wait4(pid, &status, WNOHANG, &usage)
            if found == pid { return (killed ? nil : status, usage.ru_maxrss / 1024) }
            if found < 0, errno != EINTR { return (nil, 0) }
            if !killed, isCancelled() || ContinuousClock.now >= deadline {
                stop(pid)
                killed = true
            }
            usleep(2_000)
        }
    }

    private func stop(_ pid: pid_t) {
        if inOwnGroup { kill(-pid, SIGKILL) }
        kill(pid, SIGKILL)
    }
}
