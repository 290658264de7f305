/* A disk that fails when it is told to, for `disk.rs`: loaded before the C library (LD_PRELOAD), it looks at what the program
 * reads and writes in its database, the log and the shared memory ($CUTRI_DATABASE, …-wal, …-shm).
 *
 * What to do stands in $CUTRI_DATABASE.faults and is read anew every two milliseconds:
 *   fail OPS FILES COUNT   so many (-1: all) of these operations (r read, w write, s sync, t truncate) on these files (d
 *                          database, l log, m shared memory) fail with EIO; a write gets half of it down before
 *   cut SEED               the power goes: of what was not synced nothing (SEED 0) or a random part, in pieces of 512
 *                          bytes, is there; the process is killed
 *   lie                    syncs are answered and not done
 *   die WORD               the process is killed when it is to write this
 *   end SIGNAL POINT       it gets this signal (9, 15) when it next comes to the point:
 *                            updates      Telegram's updates are here, and not kept
 *                            before-log   the log is to be written
 *                            within-log   half of that is written (for good: the signal is KILL then)
 *                            before-sync  it is written, and not synced
 *                            after-sync   it is synced, and nobody knows
 *                            before-send  a message is to leave
 *                            after-send   it has left, and no answer is here
 *                            answer       the answer is here, and not written down
 *   anything else          nothing
 * Each failure leaves a byte in $CUTRI_DATABASE.hits, each deed that a cut finds not synced one in $CUTRI_DATABASE.lost. A
 * failed sync loses what it was to save, as Linux does it: a later one that succeeds does not bring it back. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define SECTOR 512
enum { FILES = 3, LOG_AND_DATABASE = 2 };
static const char *const SUFFIX[FILES] = {"", "-wal", "-shm"};
static const char LETTER[FILES] = {'d', 'l', 'm'};

/* What was done to a file since its last sync. */
struct deed {
    struct deed *next;
    off_t at;
    size_t length;
    int truncates;
    char bytes[];
};

/* A file: what is safe, and what is not yet. */
static struct file {
    pthread_mutex_t lock;
    char path[4096];
    char *safe;
    size_t size, room;
    struct deed *first, **last;
} files[FILES];

static pthread_mutex_t orders_lock = PTHREAD_MUTEX_INITIALIZER;
static char ops[8], on[8], deadly[32];
static char point[16];
static int left, lies, ends_with;
static int hits = -1, lost = -1;

static ssize_t (*real_read)(int, void *, size_t);
static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_pread)(int, void *, size_t, off_t);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static int (*real_ftruncate)(int, off_t);
static int (*real_unlink)(const char *);
static ssize_t (*real_send)(int, const void *, size_t, int);
static ssize_t (*real_writev)(int, const struct iovec *, int);
static ssize_t (*real_recv)(int, void *, size_t, int);

static struct file *file_of(int fd) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0 || !files[0].path[0]) return NULL;
    path[length] = 0;
    for (int which = 0; which < FILES; which++)
        if (strcmp(path, files[which].path) == 0) return &files[which];
    return NULL;
}

static int fails(const struct file *file, char op) {
    int so = 0;
    pthread_mutex_lock(&orders_lock);
    if (left != 0 && strchr(ops, op) && strchr(on, LETTER[file - files])) {
        so = 1;
        if (left > 0) left--;
        if (hits >= 0 && real_write(hits, "x", 1) != 1) abort();
    }
    pthread_mutex_unlock(&orders_lock);
    return so;
}

static void resize(struct file *file, size_t size) {
    if (size > file->room) {
        file->room = size * 2;
        file->safe = realloc(file->safe, file->room);
        if (!file->safe) abort();
    }
    if (size > file->size) memset(file->safe + file->size, 0, size - file->size);
    file->size = size;
}

static void put(struct file *file, off_t at, const char *bytes, size_t length) {
    if ((size_t)at + length > file->size) resize(file, (size_t)at + length);
    memcpy(file->safe + at, bytes, length);
}

static void remember(struct file *file, off_t at, const void *bytes, size_t length, int truncates) {
    struct deed *deed = malloc(sizeof *deed + length);
    if (!deed) abort();
    *deed = (struct deed){NULL, at, length, truncates};
    if (length) memcpy(deed->bytes, bytes, length);
    *file->last = deed;
    file->last = &deed->next;
}

static void forget(struct file *file) {
    while (file->first) {
        struct deed *deed = file->first;
        file->first = deed->next;
        free(deed);
    }
    file->last = &file->first;
}

static void synced(struct file *file) {
    for (struct deed *deed = file->first; deed; deed = deed->next) {
        if (deed->truncates) resize(file, (size_t)deed->at);
        else put(file, deed->at, deed->bytes, deed->length);
    }
    forget(file);
}

static unsigned long chance;
static int heads(void) {
    chance = chance * 6364136223846793005UL + 1442695040888963407UL;
    return (chance >> 40) & 1;
}

/* What reached the disk of its own accord, in no order that anybody promised. */
static void some_of(struct file *file) {
    for (struct deed *deed = file->first; deed; deed = deed->next) {
        if (deed->truncates) {
            if (heads()) resize(file, (size_t)deed->at);
            continue;
        }
        for (size_t done = 0; done < deed->length;) {
            size_t piece = SECTOR - (size_t)(deed->at + (off_t)done) % SECTOR;
            if (piece > deed->length - done) piece = deed->length - done;
            if (heads()) put(file, deed->at + (off_t)done, deed->bytes + done, piece);
            done += piece;
        }
    }
}

static void cut_power(unsigned long seed) {
    chance = seed;
    for (int which = 0; which < FILES; which++) pthread_mutex_lock(&files[which].lock);
    for (int which = 0; which < LOG_AND_DATABASE; which++) {
        struct file *file = &files[which];
        for (struct deed *deed = file->first; deed; deed = deed->next)
            if (lost >= 0 && real_write(lost, "x", 1) != 1) abort();
        if (seed) some_of(file);
        int fd = open(file->path, O_RDWR);
        if (fd < 0) continue;
        if (real_ftruncate(fd, 0) != 0) abort();
        for (size_t done = 0; done < file->size;) {
            ssize_t wrote = real_pwrite(fd, file->safe + done, file->size - done, (off_t)done);
            if (wrote <= 0) abort();
            done += (size_t)wrote;
        }
    }
    kill(getpid(), SIGKILL);
}

static void *watch(void *unused) {
    char path[4200], said[64] = "", now[64];
    snprintf(path, sizeof path, "%s.faults", files[0].path);
    for (;;) {
        usleep(2000);
        memset(now, 0, sizeof now);
        int fd = open(path, O_RDONLY);
        if (fd >= 0) {
            if (real_read(fd, now, sizeof now - 1) < 0) now[0] = 0;
            close(fd);
        }
        unsigned long seed;
        if (sscanf(now, "cut %lu", &seed) == 1) cut_power(seed);
        if (strcmp(now, said) == 0) continue;
        strcpy(said, now);
        pthread_mutex_lock(&orders_lock);
        left = 0;
        lies = strncmp(now, "lie", 3) == 0;
        if (sscanf(now, "die %31s", deadly) != 1) deadly[0] = 0;
        if (sscanf(now, "end %d %15s", &ends_with, point) != 2) ends_with = 0;
        if (sscanf(now, "fail %7s %7s %d", ops, on, &left) != 3) left = 0;
        pthread_mutex_unlock(&orders_lock);
    }
    return unused;
}

__attribute__((constructor)) static void begin(void) {
    real_read = dlsym(RTLD_NEXT, "read");
    real_write = dlsym(RTLD_NEXT, "write");
    real_pread = dlsym(RTLD_NEXT, "pread64");
    real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
    real_fsync = dlsym(RTLD_NEXT, "fsync");
    real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
    real_ftruncate = dlsym(RTLD_NEXT, "ftruncate64");
    real_unlink = dlsym(RTLD_NEXT, "unlink");
    real_send = dlsym(RTLD_NEXT, "send");
    real_writev = dlsym(RTLD_NEXT, "writev");
    real_recv = dlsym(RTLD_NEXT, "recv");
    const char *database = getenv("CUTRI_DATABASE");
    if (!database) return;
    for (int which = 0; which < FILES; which++) {
        struct file *file = &files[which];
        pthread_mutex_init(&file->lock, NULL);
        file->last = &file->first;
        snprintf(file->path, sizeof file->path, "%s%s", database, SUFFIX[which]);
        int fd = open(file->path, O_RDONLY);
        if (fd < 0) continue;
        /* What is there at the start is safe. */
        char bytes[65536];
        for (ssize_t got; (got = real_read(fd, bytes, sizeof bytes)) > 0;)
            put(file, (off_t)file->size, bytes, (size_t)got);
        close(fd);
    }
    char path[4200];
    snprintf(path, sizeof path, "%s.hits", database);
    hits = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    snprintf(path, sizeof path, "%s.lost", database);
    lost = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    pthread_t thread;
    if (pthread_create(&thread, NULL, watch, NULL) != 0) abort();
    pthread_sigmask(SIG_SETMASK, &before, NULL);
}

static ssize_t broken(void) {
    errno = EIO;
    return -1;
}

static void die_of(const void *bytes, size_t length) {
    pthread_mutex_lock(&orders_lock);
    size_t word = strlen(deadly);
    if (word && memmem(bytes, length, deadly, word)) kill(getpid(), SIGKILL);
    pthread_mutex_unlock(&orders_lock);
}

/* Once: whether this is where it is to end, and by which signal. */
static int is_here(const char *name) {
    pthread_mutex_lock(&orders_lock);
    int signal = ends_with && strcmp(point, name) == 0 ? ends_with : 0;
    if (signal) ends_with = 0;
    pthread_mutex_unlock(&orders_lock);
    return signal;
}

static void end_by(int signal) {
    if (!signal) return;
    kill(getpid(), signal);
    while (signal == SIGKILL) pause();
}

static ssize_t write_at(struct file *file, int fd, const void *bytes, size_t length, off_t at) {
    die_of(bytes, length);
    if (file == &files[1]) {
        end_by(is_here("before-log"));
        int signal = is_here("within-log");
        if (signal && real_pwrite(fd, bytes, length / 2, at) >= 0) end_by(signal);
    }
    pthread_mutex_lock(&file->lock);
    int bad = fails(file, 'w');
    ssize_t wrote = real_pwrite(fd, bytes, bad ? length / 2 : length, at);
    if (wrote > 0) remember(file, at, bytes, (size_t)wrote, 0);
    pthread_mutex_unlock(&file->lock);
    return bad ? broken() : wrote;
}

static int sync_with(int (*how)(int), int fd) {
    struct file *file = file_of(fd);
    if (!file) return how(fd);
    /* A disk that takes its time: power may go between a write and its sync. */
    usleep(2000);
    if (file == &files[1]) end_by(is_here("before-sync"));
    pthread_mutex_lock(&file->lock);
    int bad = fails(file, 's');
    int result = bad ? -1 : how(fd);
    if (file == &files[1] && result == 0) end_by(is_here("after-sync"));
    if (bad) forget(file);
    else if (result == 0 && !lies) synced(file);
    pthread_mutex_unlock(&file->lock);
    return bad ? (int)broken() : result;
}

static int truncate_to(int fd, off_t length) {
    struct file *file = file_of(fd);
    if (!file) return real_ftruncate(fd, length);
    pthread_mutex_lock(&file->lock);
    int bad = fails(file, 't');
    int result = bad ? -1 : real_ftruncate(fd, length);
    if (result == 0) remember(file, length, NULL, 0, 1);
    pthread_mutex_unlock(&file->lock);
    return bad ? (int)broken() : result;
}

ssize_t read(int fd, void *bytes, size_t length) {
    struct file *file = file_of(fd);
    return file && fails(file, 'r') ? broken() : real_read(fd, bytes, length);
}

ssize_t pread64(int fd, void *bytes, size_t length, off_t at) {
    struct file *file = file_of(fd);
    return file && fails(file, 'r') ? broken() : real_pread(fd, bytes, length, at);
}

ssize_t pread(int fd, void *bytes, size_t length, off_t at) { return pread64(fd, bytes, length, at); }

ssize_t write(int fd, const void *bytes, size_t length) {
    struct file *file = file_of(fd);
    if (!file) return real_write(fd, bytes, length);
    off_t at = lseek(fd, 0, SEEK_CUR);
    ssize_t wrote = write_at(file, fd, bytes, length, at);
    if (wrote > 0) lseek(fd, at + wrote, SEEK_SET);
    return wrote;
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off_t at) {
    struct file *file = file_of(fd);
    return file ? write_at(file, fd, bytes, length, at) : real_pwrite(fd, bytes, length, at);
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) { return pwrite64(fd, bytes, length, at); }
int fsync(int fd) { return sync_with(real_fsync, fd); }
int fdatasync(int fd) { return sync_with(real_fdatasync, fd); }
int ftruncate(int fd, off_t length) { return truncate_to(fd, length); }
int ftruncate64(int fd, off_t length) { return truncate_to(fd, length); }

static int has(const void *bytes, size_t length, const char *word) { return memmem(bytes, length, word, strlen(word)) != NULL; }

ssize_t send(int fd, const void *bytes, size_t length, int flags) {
    int is_message = has(bytes, length, "/sendMessage");
    if (is_message) end_by(is_here("before-send"));
    ssize_t sent = real_send(fd, bytes, length, flags);
    if (is_message) end_by(is_here("after-send"));
    return sent;
}

ssize_t writev(int fd, const struct iovec *parts, int count) {
    int is_message = 0;
    for (int part = 0; part < count; part++) is_message |= has(parts[part].iov_base, parts[part].iov_len, "/sendMessage");
    if (is_message) end_by(is_here("before-send"));
    ssize_t sent = real_writev(fd, parts, count);
    if (is_message) end_by(is_here("after-send"));
    return sent;
}

ssize_t recv(int fd, void *bytes, size_t length, int flags) {
    ssize_t got = real_recv(fd, bytes, length, flags);
    if (got <= 0) return got;
    if (has(bytes, (size_t)got, "\"update_id\"")) end_by(is_here("updates"));
    else if (has(bytes, (size_t)got, "\"message_id\"")) end_by(is_here("answer"));
    return got;
}

/* The log goes with whoever closes the database last; one that is made afterwards is another. */
int unlink(const char *path) {
    for (int which = 0; which < FILES; which++) {
        struct file *file = &files[which];
        if (!file->path[0] || strcmp(path, file->path) != 0) continue;
        pthread_mutex_lock(&file->lock);
        forget(file);
        file->size = 0;
        pthread_mutex_unlock(&file->lock);
    }
    return real_unlink(path);
}
