// For the initialiser of a recursive lock.
#define _GNU_SOURCE
#include "FaultVFS.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

// A write (or, with data NULL, a truncation to `offset`) that no sync has made durable.
typedef struct Write {
  struct Write *next;
  int64_t offset;
  int64_t count;
  unsigned char *data;
} Write;

// What would survive of one file.
typedef struct Image {
  struct Image *next;
  char *path;
  int is_log;
  // Whether the file was removed; it is kept until the removal is durable.
  int is_removed;
  // When the name came and when it went, as numbers of changes of the folder; 0 is before the last
  // sync of the folder.
  uint64_t came, went;
  unsigned char *durable;
  int64_t size;
  Write *first, *last;
  uint64_t unsynced;
} Image;

typedef struct Zone {
  struct Zone *next;
  char *folder;
  FaultKind on_write;
  int sync_fails;
  // The call of one kind that fails: after so many, so many times.
  FaultCall call;
  uint64_t calls_before, calls_failing, calls_failed;
  // The next call of this kind by a thread of this name is held up; 0 is none.
  FaultCall hold_call;
  char hold_thread[16];
  int is_held;
  // What files may still grow by; negative is without end.
  int64_t space;
  FaultWatcher watcher;
  void *watcher_context;
  uint64_t synced_logs;
  // Changes of names since the last sync of the folder.
  uint64_t name_changes;
  Image *images;
} Zone;

typedef struct FaultFile {
  sqlite3_file base;
  sqlite3_file *real;
  char *path;  // NULL for a file that no zone knows
} FaultFile;

// Recursive, because a watcher is called with the lock held and may ask for what is left.
static pthread_mutex_t lock = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
// Told whenever a call is held up or released.
static pthread_cond_t held_changed = PTHREAD_COND_INITIALIZER;
static Zone *zones;
static sqlite3_vfs *usual;
static sqlite3_vfs fault;

// MARK: Zones and images; all of these are called with the lock held.

static Zone *zone_named(const char *folder) {
  for (Zone *zone = zones; zone; zone = zone->next)
    if (strcmp(zone->folder, folder) == 0) return zone;
  return NULL;
}

static Zone *zone_of(const char *path) {
  for (Zone *zone = zones; path && zone; zone = zone->next) {
    size_t length = strlen(zone->folder);
    if (strncmp(path, zone->folder, length) == 0 && path[length] == '/') return zone;
  }
  return NULL;
}

static int ends_with(const char *text, const char *end) {
  size_t length = strlen(text), tail = strlen(end);
  return length >= tail && strcmp(text + length - tail, end) == 0;
}

static Image *image_of(Zone *zone, const char *path) {
  for (Image *image = zone->images; image; image = image->next)
    if (strcmp(image->path, path) == 0 && !image->is_removed) return image;
  Image *image = calloc(1, sizeof *image);
  image->path = strdup(path);
  image->is_log = ends_with(path, "-wal");
  image->came = ++zone->name_changes;
  image->next = zone->images;
  zone->images = image;
  return image;
}

static void drop_writes(Image *image) {
  while (image->first) {
    Write *write = image->first;
    image->first = write->next;
    free(write->data);
    free(write);
  }
  image->last = NULL;
  image->unsynced = 0;
}

static void free_image(Image *image) {
  drop_writes(image);
  free(image->durable);
  free(image->path);
  free(image);
}

// The name is gone; it may come back until the folder is synced.
static void remove_image(Zone *zone, const char *path) {
  for (Image *image = zone->images; image; image = image->next)
    if (strcmp(image->path, path) == 0 && !image->is_removed) {
      image->is_removed = 1;
      image->went = ++zone->name_changes;
    }
}

// SQLite syncs the folder with the first sync of a log; then all names are durable.
static void sync_names(Zone *zone) {
  Image **link = &zone->images;
  while (*link) {
    Image *image = *link;
    if (image->is_removed) {
      *link = image->next;
      free_image(image);
    } else {
      image->came = 0;
      link = &image->next;
    }
  }
  zone->name_changes = 0;
}

// Whether the power fails, or a call of a kind, as the test has told.
static int call_fails(Zone *zone, FaultCall call) {
  if (!zone) return 0;
  if (zone->watcher && call != FaultCallOpen && call != FaultCallRead)
    zone->watcher(zone->watcher_context);
  if (zone->call != call || zone->calls_failing == 0) return 0;
  if (zone->calls_before > 0) {
    zone->calls_before -= 1;
    return 0;
  }
  zone->calls_failing -= 1;
  zone->calls_failed += 1;
  return 1;
}

// Called first in every call, without the lock, so that other threads go on while one is held up.
static void hold_up(const char *path, FaultCall call) {
  char thread[16] = "";
  pthread_getname_np(pthread_self(), thread, sizeof thread);
  pthread_mutex_lock(&lock);
  Zone *zone = zone_of(path);
  if (zone && zone->hold_call == call && strcmp(zone->hold_thread, thread) == 0) {
    zone->hold_call = 0;
    zone->is_held = 1;
    pthread_cond_broadcast(&held_changed);
    while (zone->is_held) pthread_cond_wait(&held_changed, &lock);
  }
  pthread_mutex_unlock(&lock);
}

static void remember(Zone *zone, const char *path, const void *data, int64_t count, int64_t offset) {
  Image *image = image_of(zone, path);
  Write *write = calloc(1, sizeof *write);
  write->offset = offset;
  write->count = count;
  if (data) {
    write->data = malloc(count > 0 ? (size_t)count : 1);
    memcpy(write->data, data, (size_t)count);
  }
  if (image->last) image->last->next = write; else image->first = write;
  image->last = write;
  image->unsynced += 1;
}

static void apply(unsigned char **bytes, int64_t *size, const Write *write, int64_t count) {
  int64_t end = write->data ? write->offset + count : write->offset;
  if (end > *size) {
    *bytes = realloc(*bytes, (size_t)end);
    memset(*bytes + *size, 0, (size_t)(end - *size));
    *size = end;
  }
  if (write->data) memcpy(*bytes + write->offset, write->data, (size_t)count);
  else *size = end;
}

// MARK: Files

static int file_close(sqlite3_file *file) {
  FaultFile *own = (FaultFile *)file;
  int code = own->real->pMethods ? own->real->pMethods->xClose(own->real) : SQLITE_OK;
  free(own->path);
  return code;
}

static int file_read(sqlite3_file *file, void *data, int count, sqlite3_int64 offset) {
  FaultFile *own = (FaultFile *)file;
  hold_up(own->path, FaultCallRead);
  pthread_mutex_lock(&lock);
  int fails = call_fails(zone_of(own->path), FaultCallRead);
  pthread_mutex_unlock(&lock);
  return fails ? SQLITE_IOERR_READ : own->real->pMethods->xRead(own->real, data, count, offset);
}

static int has_space(Zone *zone, sqlite3_file *real, int count, int64_t offset) {
  sqlite3_int64 size = 0;
  if (!zone || zone->space < 0 || real->pMethods->xFileSize(real, &size) != SQLITE_OK) return 1;
  int64_t growth = offset + count - size;
  if (growth > zone->space) return 0;
  if (growth > 0) zone->space -= growth;
  return 1;
}

static int file_write(sqlite3_file *file, const void *data, int count, sqlite3_int64 offset) {
  FaultFile *own = (FaultFile *)file;
  hold_up(own->path, FaultCallWrite);
  pthread_mutex_lock(&lock);
  Zone *zone = zone_of(own->path);
  int code = SQLITE_OK;
  FaultKind kind = zone ? zone->on_write : FaultNone;
  if (call_fails(zone, FaultCallWrite)) kind = FaultInputOutput;
  if (kind == FaultNone && !has_space(zone, own->real, count, offset)) kind = FaultFull;
  switch (kind) {
    case FaultNone: code = own->real->pMethods->xWrite(own->real, data, count, offset); break;
    case FaultInputOutput: code = SQLITE_IOERR_WRITE; break;
    case FaultFull: code = SQLITE_FULL; break;
  }
  if (zone && code == SQLITE_OK) remember(zone, own->path, data, count, offset);
  pthread_mutex_unlock(&lock);
  return code;
}

static int file_truncate(sqlite3_file *file, sqlite3_int64 size) {
  FaultFile *own = (FaultFile *)file;
  hold_up(own->path, FaultCallTruncate);
  pthread_mutex_lock(&lock);
  Zone *zone = zone_of(own->path);
  int code = call_fails(zone, FaultCallTruncate)
                 ? SQLITE_IOERR_TRUNCATE
                 : own->real->pMethods->xTruncate(own->real, size);
  if (zone && code == SQLITE_OK) remember(zone, own->path, NULL, 0, size);
  pthread_mutex_unlock(&lock);
  return code;
}

static int file_sync(sqlite3_file *file, int flags) {
  FaultFile *own = (FaultFile *)file;
  hold_up(own->path, FaultCallSync);
  // The real sync is left out: the images stand for the disk, and tests are faster without.
  (void)flags;
  // The lock is held throughout. A second sync of the same file must not return while the writes
  // that it waits for are still in the hands of the first.
  pthread_mutex_lock(&lock);
  Zone *zone = zone_of(own->path);
  int code =
      call_fails(zone, FaultCallSync) || (zone && zone->sync_fails) ? SQLITE_IOERR_FSYNC : SQLITE_OK;
  if (zone) {
    Image *image = image_of(zone, own->path);
    if (code == SQLITE_OK)
      for (const Write *write = image->first; write; write = write->next)
        apply(&image->durable, &image->size, write, write->count);
    // What a failed sync has left is not written by a later one.
    drop_writes(image);
    if (image->is_log && code == SQLITE_OK) {
      zone->synced_logs += 1;
      if (image->came > 0) sync_names(zone);
    }
  }
  pthread_mutex_unlock(&lock);
  return code;
}

static int file_size(sqlite3_file *file, sqlite3_int64 *size) {
  sqlite3_file *real = ((FaultFile *)file)->real;
  return real->pMethods->xFileSize(real, size);
}
static int file_lock(sqlite3_file *file, int level) {
  sqlite3_file *real = ((FaultFile *)file)->real;
  return real->pMethods->xLock(real, level);
}
static int file_unlock(sqlite3_file *file, int level) {
  sqlite3_file *real = ((FaultFile *)file)->real;
  return real->pMethods->xUnlock(real, level);
}
static int file_reserved(sqlite3_file *file, int *result) {
  sqlite3_file *real = ((FaultFile *)file)->real;
  return real->pMethods->xCheckReservedLock(real, result);
}
static int file_control(sqlite3_file *file, int operation, void *argument) {
  sqlite3_file *real = ((FaultFile *)file)->real;
  return real->pMethods->xFileControl(real, operation, argument);
}
static int file_sector(sqlite3_file *file) {
  sqlite3_file *real = ((FaultFile *)file)->real;
  return real->pMethods->xSectorSize(real);
}
static int file_device(sqlite3_file *file) {
  sqlite3_file *real = ((FaultFile *)file)->real;
  return real->pMethods->xDeviceCharacteristics(real);
}
static int file_map(sqlite3_file *file, int page, int size, int extend, void volatile **result) {
  sqlite3_file *real = ((FaultFile *)file)->real;
  return real->pMethods->xShmMap(real, page, size, extend, result);
}
static int file_shared_lock(sqlite3_file *file, int offset, int count, int flags) {
  sqlite3_file *real = ((FaultFile *)file)->real;
  return real->pMethods->xShmLock(real, offset, count, flags);
}
static void file_barrier(sqlite3_file *file) {
  sqlite3_file *real = ((FaultFile *)file)->real;
  real->pMethods->xShmBarrier(real);
}
static int file_unmap(sqlite3_file *file, int remove) {
  sqlite3_file *real = ((FaultFile *)file)->real;
  return real->pMethods->xShmUnmap(real, remove);
}

// Version 2: shared memory for the write-ahead log, but no mapping of the files themselves, which
// would go past us.
static const sqlite3_io_methods methods = {
    .iVersion = 2,
    .xClose = file_close,
    .xRead = file_read,
    .xWrite = file_write,
    .xTruncate = file_truncate,
    .xSync = file_sync,
    .xFileSize = file_size,
    .xLock = file_lock,
    .xUnlock = file_unlock,
    .xCheckReservedLock = file_reserved,
    .xFileControl = file_control,
    .xSectorSize = file_sector,
    .xDeviceCharacteristics = file_device,
    .xShmMap = file_map,
    .xShmLock = file_shared_lock,
    .xShmBarrier = file_barrier,
    .xShmUnmap = file_unmap,
};

// A file that is older than the zone is durable as it is.
static void adopt(Zone *zone, FaultFile *own) {
  for (Image *image = zone->images; image; image = image->next)
    if (strcmp(image->path, own->path) == 0 && !image->is_removed) return;
  Image *image = image_of(zone, own->path);
  sqlite3_int64 size = 0;
  if (own->real->pMethods->xFileSize(own->real, &size) != SQLITE_OK || size == 0) return;
  image->durable = malloc((size_t)size);
  image->size = size;
  own->real->pMethods->xRead(own->real, image->durable, (int)size, 0);
  image->came = 0;
}

static int fault_open(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *out) {
  (void)vfs;
  FaultFile *own = (FaultFile *)file;
  memset(own, 0, sizeof *own);
  own->real = (sqlite3_file *)(own + 1);
  hold_up(path, FaultCallOpen);
  pthread_mutex_lock(&lock);
  int fails = call_fails(zone_of(path), FaultCallOpen);
  pthread_mutex_unlock(&lock);
  int code = fails ? SQLITE_CANTOPEN : usual->xOpen(usual, path, own->real, flags, out);
  if (code != SQLITE_OK) return code;
  own->path = path ? strdup(path) : NULL;
  own->base.pMethods = &methods;
  pthread_mutex_lock(&lock);
  Zone *zone = zone_of(own->path);
  sqlite3_int64 size = 0;
  if (zone && (flags & SQLITE_OPEN_MAIN_DB) &&
      own->real->pMethods->xFileSize(own->real, &size) == SQLITE_OK && size == 0) {
    // A new file may have the name of one that was removed without our knowledge.
    char *log_path = sqlite3_mprintf("%s-wal", own->path);
    remove_image(zone, own->path);
    remove_image(zone, log_path);
    sqlite3_free(log_path);
  }
  if (zone) adopt(zone, own);
  pthread_mutex_unlock(&lock);
  return SQLITE_OK;
}

static int fault_delete(sqlite3_vfs *vfs, const char *path, int sync) {
  (void)vfs;
  hold_up(path, FaultCallDelete);
  pthread_mutex_lock(&lock);
  Zone *zone = zone_of(path);
  int code =
      call_fails(zone, FaultCallDelete) ? SQLITE_IOERR_DELETE : usual->xDelete(usual, path, sync);
  if (zone && code == SQLITE_OK) remove_image(zone, path);
  pthread_mutex_unlock(&lock);
  return code;
}

// MARK: What tests call

void fault_install(void) {
  pthread_mutex_lock(&lock);
  if (!usual) {
    usual = sqlite3_vfs_find(NULL);
    fault = *usual;
    fault.zName = "fault";
    fault.pNext = NULL;
    fault.szOsFile = (int)sizeof(FaultFile) + usual->szOsFile;
    fault.xOpen = fault_open;
    fault.xDelete = fault_delete;
    sqlite3_vfs_register(&fault, 0);
  }
  pthread_mutex_unlock(&lock);
}

void fault_open_zone(const char *folder) {
  pthread_mutex_lock(&lock);
  Zone *zone = calloc(1, sizeof *zone);
  zone->folder = strdup(folder);
  zone->space = -1;
  zone->next = zones;
  zones = zone;
  pthread_mutex_unlock(&lock);
}

void fault_close_zone(const char *folder) {
  pthread_mutex_lock(&lock);
  for (Zone **link = &zones; *link; link = &(*link)->next) {
    Zone *zone = *link;
    if (strcmp(zone->folder, folder) != 0) continue;
    *link = zone->next;
    while (zone->images) {
      Image *image = zone->images;
      zone->images = image->next;
      free_image(image);
    }
    free(zone->folder);
    free(zone);
    break;
  }
  pthread_mutex_unlock(&lock);
}

void fault_on_write(const char *folder, FaultKind kind) {
  pthread_mutex_lock(&lock);
  Zone *zone = zone_named(folder);
  if (zone) zone->on_write = kind;
  pthread_mutex_unlock(&lock);
}

void fault_on_sync(const char *folder, int fails) {
  pthread_mutex_lock(&lock);
  Zone *zone = zone_named(folder);
  if (zone) zone->sync_fails = fails;
  pthread_mutex_unlock(&lock);
}

void fault_call(const char *folder, FaultCall call, uint64_t before, uint64_t times) {
  pthread_mutex_lock(&lock);
  Zone *zone = zone_named(folder);
  if (zone) {
    zone->call = call;
    zone->calls_before = before;
    zone->calls_failing = times;
  }
  pthread_mutex_unlock(&lock);
}

uint64_t fault_calls_failed(const char *folder) {
  pthread_mutex_lock(&lock);
  Zone *zone = zone_named(folder);
  uint64_t count = zone ? zone->calls_failed : 0;
  pthread_mutex_unlock(&lock);
  return count;
}

void fault_hold(const char *folder, FaultCall call, const char *thread) {
  pthread_mutex_lock(&lock);
  Zone *zone = zone_named(folder);
  if (zone) {
    zone->hold_call = call;
    snprintf(zone->hold_thread, sizeof zone->hold_thread, "%s", thread);
  }
  pthread_mutex_unlock(&lock);
}

int fault_wait_held(const char *folder, int seconds) {
  struct timespec end;
  clock_gettime(CLOCK_REALTIME, &end);
  end.tv_sec += seconds;
  pthread_mutex_lock(&lock);
  Zone *zone = zone_named(folder);
  int code = 0;
  while (zone && !zone->is_held && code == 0)
    code = pthread_cond_timedwait(&held_changed, &lock, &end);
  int is_held = zone && zone->is_held;
  pthread_mutex_unlock(&lock);
  return is_held;
}

void fault_release(const char *folder) {
  pthread_mutex_lock(&lock);
  Zone *zone = zone_named(folder);
  if (zone) zone->is_held = 0;
  pthread_cond_broadcast(&held_changed);
  pthread_mutex_unlock(&lock);
}

void fault_space(const char *folder, int64_t bytes) {
  pthread_mutex_lock(&lock);
  Zone *zone = zone_named(folder);
  if (zone) zone->space = bytes;
  pthread_mutex_unlock(&lock);
}

void fault_watch(const char *folder, FaultWatcher watcher, void *context) {
  pthread_mutex_lock(&lock);
  Zone *zone = zone_named(folder);
  if (zone) {
    zone->watcher = watcher;
    zone->watcher_context = context;
  }
  pthread_mutex_unlock(&lock);
}

uint64_t fault_synced_logs(const char *folder) {
  pthread_mutex_lock(&lock);
  Zone *zone = zone_named(folder);
  uint64_t count = zone ? zone->synced_logs : 0;
  pthread_mutex_unlock(&lock);
  return count;
}

uint64_t fault_unsynced_log_writes(const char *folder) {
  pthread_mutex_lock(&lock);
  Zone *zone = zone_named(folder);
  uint64_t count = 0;
  for (Image *image = zone ? zone->images : NULL; image; image = image->next)
    if (image->is_log && !image->is_removed) count += image->unsynced;
  pthread_mutex_unlock(&lock);
  return count;
}

// SplitMix64: a good and short generator of random numbers from a seed.
static uint64_t next_random(uint64_t *state) {
  uint64_t value = (*state += 0x9E3779B97F4A7C15u);
  value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9u;
  value = (value ^ (value >> 27)) * 0x94D049BB133111EBu;
  return value ^ (value >> 31);
}

static int write_image(const Image *image, const char *target, uint64_t *random) {
  int64_t size = image->size;
  unsigned char *bytes = malloc(size > 0 ? (size_t)size : 1);
  if (size > 0) memcpy(bytes, image->durable, (size_t)size);
  for (const Write *write = image->first; write; write = write->next) {
    uint64_t choice = next_random(random) % 3;
    if (choice == 0) continue;
    int64_t count = write->count;
    // A torn write ends at the border of a sector.
    if (choice == 1 && count > 512) count = (int64_t)(next_random(random) % (uint64_t)(count / 512)) * 512;
    apply(&bytes, &size, write, count);
  }
  const char *name = strrchr(image->path, '/');
  char *path = malloc(strlen(target) + strlen(image->path) + 2);
  sprintf(path, "%s%s", target, name ? name : image->path);
  FILE *file = fopen(path, "wb");
  int failed = !file || fwrite(bytes, 1, (size_t)size, file) != (size_t)size;
  if (file && fclose(file) != 0) failed = 1;
  free(path);
  free(bytes);
  return failed;
}

int fault_knows(const char *path) {
  pthread_mutex_lock(&lock);
  Zone *zone = zone_of(path);
  int known = 0;
  for (Image *image = zone ? zone->images : NULL; image; image = image->next)
    if (strcmp(image->path, path) == 0) known = 1;
  pthread_mutex_unlock(&lock);
  return known;
}

int fault_power_loss(const char *folder, const char *target, uint64_t seed) {
  pthread_mutex_lock(&lock);
  Zone *zone = zone_named(folder);
  int failed = zone == NULL;
  // Names change in order, so that a beginning of the changes has survived.
  uint64_t changes = zone ? next_random(&seed) % (zone->name_changes + 1) : 0;
  for (Image *image = zone ? zone->images : NULL; image; image = image->next) {
    // The index of the log is shared memory and is made anew.
    if (ends_with(image->path, "-shm")) continue;
    int is_there = image->came <= changes && !(image->is_removed && image->went <= changes);
    if (is_there && write_image(image, target, &seed)) failed = 1;
  }
  pthread_mutex_unlock(&lock);
  return failed;
}
