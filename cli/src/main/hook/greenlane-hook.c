/*
 * What an agent starts before every tool call: hands the event on standard input to the service and prints its answer.
 *
 *     greenlane-hook AGENT [--event EVENT] [--mode MODE] [--shadow] [--patience SECONDS]
 *
 * It knows no agent's dialect. Where no whole answer comes in time it prints the file fail/AGENT/EVENT that stands beside
 * it, the refusal in that agent's own form, and exits with 0. Where even that is missing it exits with 2, which most agents
 * take for a refusal. It never exits in a way that says "go on".
 *
 * With --carry it hands "greenlane undo", as a person typed it, to the service instead, which is warm, and knows nothing of it either:
 *
 *     greenlane-hook --carry STAMP ARGUMENTS...
 *
 * It prints what the service says, reads a key where the service wants one, and exits with the code that the service names. It
 * starts no service: where none of this build answers, nothing was done, and it exits with 75 so that the command does it itself.
 *
 * GREENLANE_RUN names the run that "greenlane run" has started; the service knows what was asked for there.
 *
 * The service is started by the program "start" beside it. Plain POSIX; no memory is freed because the process ends at once.
 */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#define LONGEST_EVENT (64L << 20)
#define LONGEST_ANSWER (16L << 20)
#define PATIENCE_SECONDS 20
#define LONGEST_PATIENCE_SECONDS 3600
#define MOST_TRIES 6 /* a service that ends as it is asked is followed by another one, once its socket is closed */
#define BETWEEN_ENDS_MS 20
#define BETWEEN_TRIES_MS 5
#define NOT_CARRIED 75
#define USUAL_COLUMNS 80

static const char *agent = "-";
static const char *event = "-";
static int beside = -1; /* the folder this program stands in */
static struct timespec deadline;
static int carries; /* whether a person's command is carried, and not an event */
static int is_sent; /* whether the service may have begun with it */

extern char **environ;

struct text {
    char *bytes;
    size_t length;
    size_t room;
};

static int write_all(int to, const char *bytes, size_t length) {
    while (length > 0) {
        ssize_t written = write(to, bytes, length);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return -1;
        bytes += written;
        length -= (size_t)written;
    }
    return 0;
}

static int grow(struct text *text, size_t more, size_t limit) {
    if (text->length + more > limit)
        return -1;
    if (text->length + more > text->room) {
        size_t room = text->room < 65536 ? 65536 : text->room;
        while (room < text->length + more)
            room *= 2;
        char *bytes = realloc(text->bytes, room);
        if (bytes == NULL)
            return -1;
        text->bytes = bytes;
        text->room = room;
    }
    return 0;
}

/* Ends with the refusal that was prepared for this agent and event. */
static void refuse(const char *why) {
    if (carries) {
        if (is_sent)
            fprintf(stderr, "greenlane: %s; greenlane undo --list shows what was done.\n", why);
        _exit(is_sent ? 1 : NOT_CARRIED);
    }
    char name[512];
    char buffer[8192];
    int length = snprintf(name, sizeof name, "fail/%s/%s", agent, event);
    int file = -1;
    if (beside >= 0 && length > 0 && (size_t)length < sizeof name)
        file = openat(beside, name, O_RDONLY);
    length = snprintf(name, sizeof name, "fail/%s/-", agent);
    if (file < 0 && beside >= 0 && length > 0 && (size_t)length < sizeof name)
        file = openat(beside, name, O_RDONLY);
    if (file >= 0) {
        ssize_t got;
        while ((got = read(file, buffer, sizeof buffer)) > 0)
            if (write_all(STDOUT_FILENO, buffer, (size_t)got) < 0)
                _exit(2);
        if (got == 0)
            _exit(0);
    }
    fprintf(stderr, "Greenlane could not review this: %s.\n", why);
    _exit(2);
}

static long left_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    long ms = (deadline.tv_sec - now.tv_sec) * 1000L + (deadline.tv_nsec - now.tv_nsec) / 1000000L;
    return ms > 0 ? ms : 0;
}

static void wait_for(int file, short what) {
    struct pollfd one = {file, what, 0};
    for (;;) {
        long ms = left_ms();
        if (ms == 0)
            refuse("it took too long");
        int ready = poll(&one, 1, ms > INT_MAX ? INT_MAX : (int)ms);
        if (ready > 0)
            return;
        if (ready < 0 && errno != EINTR)
            refuse("the service cannot be waited for");
    }
}

static void open_own_folder(const char *self) {
    char path[PATH_MAX];
    const char *name = self;
    if (strchr(self, '/') == NULL) {
        ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
        if (length <= 0)
            return;
        path[length] = '\0';
        name = path;
    }
    size_t folder = (size_t)(strrchr(name, '/') - name);
    if (folder >= sizeof path)
        return;
    memmove(path, name, folder);
    path[folder] = '\0';
    beside = open(folder == 0 ? "/" : path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

/* Goes to the folder of the socket, so that the length of its path does not matter. */
static void go_to_state(void) {
    char path[PATH_MAX];
    const char *state = getenv("XDG_STATE_HOME");
    const char *inside = "/greenlane";
    if (state == NULL || state[0] != '/') {
        state = getenv("HOME");
        inside = "/.local/state/greenlane";
    }
    if (state == NULL || state[0] != '/')
        refuse("HOME does not name a folder");
    int length = snprintf(path, sizeof path, "%s%s", state, inside);
    if (length <= 0 || (size_t)length >= sizeof path)
        refuse("the name of the home folder is too long");
    if (chdir(path) == 0)
        return;
    if (carries)
        refuse("no service runs");
    for (char *at = path + 1; *at != '\0'; at++)
        if (*at == '/') {
            *at = '\0';
            mkdir(path, 0700);
            *at = '/';
        }
    mkdir(path, 0700);
    if (chdir(path) != 0)
        refuse("its folder in the home cannot be made");
}

static pid_t start_service(void) {
    pid_t child = fork();
    if (child < 0)
        refuse("the service cannot be started");
    if (child > 0)
        return child;
    setsid();
    int nothing = open("/dev/null", O_RDWR);
    dup2(nothing, STDIN_FILENO);
    dup2(nothing, STDOUT_FILENO);
    int log = open("service.log", O_WRONLY | O_CREAT | O_APPEND, 0600);
    dup2(log >= 0 ? log : nothing, STDERR_FILENO);
    if (beside >= 0 && fchdir(beside) == 0) {
        char *const arguments[] = {"./start", NULL};
        execv("./start", arguments);
    }
    _exit(127);
}

/* Whether the process that was to become the service runs, or has left it to another one. */
static int is_starting(pid_t child) {
    int status = 0;
    pid_t ended = waitpid(child, &status, WNOHANG);
    return ended != child || (WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

/* A connection to the service, which is started where it does not run. */
static int connected(void) {
    struct sockaddr_un address;
    memset(&address, 0, sizeof address);
    address.sun_family = AF_UNIX;
    strcpy(address.sun_path, "service.sock");
    pid_t started = 0;
    for (;;) {
        int it = socket(AF_UNIX, SOCK_STREAM, 0);
        if (it < 0)
            refuse("no socket can be opened");
        fcntl(it, F_SETFD, FD_CLOEXEC);
        fcntl(it, F_SETFL, O_NONBLOCK);
        if (connect(it, (struct sockaddr *)&address, sizeof address) == 0)
            return it;
        int busy = errno == EAGAIN;
        close(it);
        if (carries && !busy)
            refuse("no service runs");
        if (started == 0 && !busy)
            started = start_service();
        else if (started != 0 && !is_starting(started))
            refuse("the service cannot be started; its service.log says why");
        if (left_ms() == 0)
            refuse("the service did not start in time");
        struct timespec moment = {0, BETWEEN_TRIES_MS * 1000000L};
        nanosleep(&moment, NULL);
    }
}

/* Returns whether the service took it all. */
static int send_all(int to, const char *bytes, size_t length) {
    while (length > 0) {
        wait_for(to, POLLOUT);
        ssize_t sent = send(to, bytes, length, 0);
        if (sent > 0) {
            bytes += sent;
            length -= (size_t)sent;
        } else if (errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR) {
            return 0;
        }
    }
    return 1;
}

/* What the service says until it hangs up; nothing where it broke off. */
static struct text receive_all(int from) {
    struct text answer = {NULL, 0, 0};
    for (;;) {
        if (grow(&answer, 65536, LONGEST_ANSWER) < 0)
            refuse("the service's answer is too long");
        wait_for(from, POLLIN);
        ssize_t got = recv(from, answer.bytes + answer.length, answer.room - answer.length - 1, 0);
        if (got > 0)
            answer.length += (size_t)got;
        else if (got == 0)
            break;
        else if (errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR) {
            answer.length = 0;
            break;
        }
    }
    answer.bytes[answer.length] = '\0';
    return answer;
}

/* The body of an answer that is whole. */
static struct text body_of(struct text answer) {
    char *body = answer.length == 0 ? NULL : strstr(answer.bytes, "\r\n\r\n");
    if (body != NULL && strncmp(answer.bytes, "HTTP/1.1 404", 12) == 0)
        refuse("the service knows no agent of this name; greenlane hook --help has the names");
    if (body == NULL || strncmp(answer.bytes, "HTTP/1.1 200", 12) != 0)
        refuse("the service could not answer");
    *body = '\0';
    body += 4;
    long promised = -1;
    for (char *line = answer.bytes; line != NULL; line = strstr(line, "\r\n")) {
        line += line == answer.bytes ? 0 : 2;
        if (strncasecmp(line, "content-length:", 15) == 0)
            promised = strtol(line + 15, NULL, 10);
    }
    size_t length = answer.length - (size_t)(body - answer.bytes);
    if (promised < 0 || (size_t)promised != length)
        refuse("the service's answer is cut off");
    struct text whole = {body, length, length};
    return whole;
}

/* Adds a field that ends with a zero byte. */
static void add(struct text *to, const char *field) {
    size_t length = strlen(field) + 1;
    if (grow(to, length, LONGEST_EVENT) < 0)
        refuse("there is too much to hand over");
    memcpy(to->bytes + to->length, field, length);
    to->length += length;
}

static void add_number(struct text *to, long number) {
    char digits[32];
    snprintf(digits, sizeof digits, "%ld", number);
    add(to, digits);
}

static long columns(void) {
    const char *set = getenv("COLUMNS");
    struct winsize size;
    long wide = set != NULL ? strtol(set, NULL, 10) : 0;
    if (wide <= 0 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
        wide = size.ws_col;
    return wide > 0 ? wide : USUAL_COLUMNS;
}

/* The names of the variables that are not empty, after their number. */
static void add_environment(struct text *to) {
    long names = 0;
    for (char **each = environ; *each != NULL; each++) {
        char *value = strchr(*each, '=');
        names += value != NULL && value[1] != '\0';
    }
    add_number(to, names);
    for (char **each = environ; *each != NULL; each++) {
        char *value = strchr(*each, '=');
        if (value == NULL || value[1] == '\0')
            continue;
        *value = '\0';
        add(to, *each);
        *value = '=';
    }
}

/* A key as it is pressed at a terminal, Ctrl-C too; else the first letter of a line. */
static int key_pressed(void) {
    struct termios before;
    int terminal = isatty(STDIN_FILENO) && tcgetattr(STDIN_FILENO, &before) == 0;
    unsigned char key = 0;
    unsigned char rest = 0;
    if (terminal) {
        struct termios raw = before;
        raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ISIG);
        raw.c_cc[VMIN] = 1;
        raw.c_cc[VTIME] = 0;
        tcsetattr(STDIN_FILENO, TCSANOW, &raw);
    }
    ssize_t got;
    do
        got = read(STDIN_FILENO, &key, 1);
    while (got < 0 && errno == EINTR);
    if (terminal)
        tcsetattr(STDIN_FILENO, TCSANOW, &before);
    else
        for (rest = key; got == 1 && rest != '\n' && read(STDIN_FILENO, &rest, 1) == 1;)
            ;
    return got == 1 ? key : -1;
}

/* The service's answer to a command; it may take as long as it takes, and a person may be asked. */
static struct text answer_to(const struct text *request) {
    char head[256];
    int length = snprintf(head, sizeof head,
            "POST /v1/undo HTTP/1.1\r\nHost: greenlane\r\nConnection: close\r\nContent-Length: %zu\r\n\r\n", request->length);
    clock_gettime(CLOCK_MONOTONIC, &deadline);
    deadline.tv_sec += LONGEST_PATIENCE_SECONDS;
    is_sent = 0;
    int service = connected();
    if (!send_all(service, head, (size_t)length) || !send_all(service, request->bytes, request->length))
        refuse("the service hung up");
    is_sent = 1;
    struct text answer = receive_all(service);
    close(service);
    if (answer.length >= 12 && strncmp(answer.bytes, "HTTP/1.1 4", 10) == 0)
        is_sent = 0; /* it does no such thing for this build */
    return body_of(answer);
}

/* Hands a command over until it is done; exits with its code. */
static int carry(int count, char **arguments) {
    char folder[PATH_MAX];
    char seen[80] = "";
    char key[16] = "";
    const char *kind = getenv("TERM");
    if (count < 3 || getcwd(folder, sizeof folder) == NULL)
        refuse("there is nothing to hand over");
    go_to_state();
    for (;;) {
        struct text request = {NULL, 0, 0};
        add(&request, arguments[2]);
        add(&request, folder);
        add(&request, isatty(STDOUT_FILENO) && (kind == NULL || strcmp(kind, "dumb") != 0) ? "1" : "0");
        add_number(&request, columns());
        add(&request, key);
        add(&request, seen);
        add_environment(&request);
        for (int i = 3; i < count; i++)
            add(&request, arguments[i]);
        struct text answer = answer_to(&request);
        int code = 1;
        int begins = 0;
        size_t out = 0;
        if (sscanf(answer.bytes, "%d %zu %79s%n", &code, &out, seen, &begins) != 3
                || answer.bytes[begins] != '\n' || (size_t)begins + 1 + out > answer.length)
            refuse("the service's answer is not understood");
        char *text = answer.bytes + begins + 1;
        if (write_all(STDERR_FILENO, text + out, answer.length - out - (size_t)begins - 1) < 0
                || write_all(STDOUT_FILENO, text, out) < 0)
            return 1;
        if (strcmp(seen, "-") == 0)
            return code;
        snprintf(key, sizeof key, "%d", key_pressed());
    }
}

static int is_plain(const char *name) {
    size_t length = strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-");
    return length > 0 && name[length] == '\0' && length < 100;
}

int main(int count, char **arguments) {
    const char *mode = "";
    const char *shadow = "";
    const char *run = getenv("GREENLANE_RUN");
    const char *wrong = NULL;
    long patience = PATIENCE_SECONDS;
    signal(SIGPIPE, SIG_IGN);
    if (count > 1 && strcmp(arguments[1], "--carry") == 0) {
        carries = 1;
        return carry(count, arguments);
    }
    open_own_folder(arguments[0]);
    for (int i = 1; i < count; i++) {
        if (strcmp(arguments[i], "--event") == 0 && i + 1 < count && is_plain(arguments[i + 1]))
            event = arguments[++i];
        else if (strcmp(arguments[i], "--mode") == 0 && i + 1 < count && is_plain(arguments[i + 1]))
            mode = arguments[++i];
        else if (strcmp(arguments[i], "--shadow") == 0)
            shadow = "&shadow=true";
        else if (strcmp(arguments[i], "--patience") == 0 && i + 1 < count)
            patience = strtol(arguments[++i], NULL, 10);
        else if (i == 1 && is_plain(arguments[i]))
            agent = arguments[i];
        else
            wrong = "its hook is set up with unknown options";
    }
    if (patience < 1 || patience > LONGEST_PATIENCE_SECONDS)
        patience = PATIENCE_SECONDS;
    if (wrong != NULL)
        refuse(wrong);
    clock_gettime(CLOCK_MONOTONIC, &deadline);
    deadline.tv_sec += patience;

    struct text input = {NULL, 0, 0};
    for (;;) {
        if (grow(&input, 65536, LONGEST_EVENT + 65536) < 0)
            refuse("the event is longer than 64 MB");
        wait_for(STDIN_FILENO, POLLIN);
        ssize_t got = read(STDIN_FILENO, input.bytes + input.length, input.room - input.length);
        if (got > 0)
            input.length += (size_t)got;
        else if (got == 0)
            break;
        else if (errno != EINTR)
            refuse("the event cannot be read");
    }

    char head[1024];
    int length = snprintf(head, sizeof head,
            "POST /v1/hook/%s/%s?mode=%s%s&run=%s HTTP/1.1\r\nHost: greenlane\r\nConnection: close\r\nContent-Length: %zu\r\n\r\n",
            agent, event, mode, shadow, run != NULL && is_plain(run) ? run : "", input.length);
    if (length <= 0 || (size_t)length >= sizeof head)
        refuse("its hook is set up with unknown options");
    go_to_state();
    for (int tries = 0; tries < MOST_TRIES; tries++) {
        int service = connected();
        if (send_all(service, head, (size_t)length))
            send_all(service, input.bytes, input.length);
        struct text answer = receive_all(service);
        if (answer.length > 0) {
            struct text body = body_of(answer);
            return write_all(STDOUT_FILENO, body.bytes, body.length) < 0 ? 2 : 0;
        }
        close(service);
        struct timespec moment = {0, BETWEEN_ENDS_MS * 1000000L};
        nanosleep(&moment, NULL);
    }
    refuse("the service hung up");
    return 2;
}
