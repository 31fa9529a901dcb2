// Limits a process puts on itself and on what it starts, before it touches a file of a stranger.
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { bb_cpu_seconds = RLIMIT_CPU, bb_address_space = RLIMIT_AS, bb_file_size = RLIMIT_FSIZE, bb_core = RLIMIT_CORE };

static inline int bb_limit(int resource, unsigned long soft, unsigned long hard) {
    struct rlimit limit = {soft, hard};
    return setrlimit(resource, &limit);
}

// Whoever started us dies: so do we.
static inline int bb_die_with_parent(void) { return prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0); }

// Nothing beside its input, output and errors is open in the child.
static inline int bb_close_others(posix_spawn_file_actions_t *actions) {
    return posix_spawn_file_actions_addclosefrom_np(actions, 3);
}

// File actions of a child that has a pipe as its standard output and nothing else of ours. The caller destroys them.
static inline int bb_child_files(posix_spawn_file_actions_t *actions, int output, const char *folder) {
    int error = posix_spawn_file_actions_init(actions);
    if (!error) error = posix_spawn_file_actions_addopen(actions, 0, "/dev/null", 0, 0);
    if (!error) error = posix_spawn_file_actions_adddup2(actions, output, 1);
    if (!error) error = posix_spawn_file_actions_addopen(actions, 2, "/dev/null", 1, 0);
    if (!error) error = bb_close_others(actions);
    if (!error && folder) error = posix_spawn_file_actions_addchdir_np(actions, folder);
    return error;
}

// Attributes of a child in a process group of its own, with all signals as a program expects them.
static inline int bb_child_attributes(posix_spawnattr_t *attributes) {
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    int error = posix_spawnattr_init(attributes);
    if (!error) error = posix_spawnattr_setpgroup(attributes, 0);
    if (!error) error = posix_spawnattr_setsigmask(attributes, &none);
    if (!error) error = posix_spawnattr_setsigdefault(attributes, &all);
    if (!error)
        error = posix_spawnattr_setflags(
            attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    return error;
}

// A pipe that no program started beside this one inherits: what `pipe2` does, which needs _GNU_SOURCE.
static inline int bb_pipe(int ends[2]) {
    if (pipe(ends)) return -1;
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    fcntl(ends[1], F_SETFD, FD_CLOEXEC);
    return 0;
}

static inline int bb_exited(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : -1; }
static inline int bb_signalled(int status) { return WIFSIGNALED(status) ? WTERMSIG(status) : 0; }
