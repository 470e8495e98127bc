#pragma once
#include <stdint.h>

// A file system for SQLite that fails and forgets as a test tells it.
//
// It stands before the usual one under the name "fault". Every write goes through to the real
// file, so that SQLite reads back what it wrote. Beside that, it knows for every file of a zone
// what a sync has made durable and which writes came since; that is what a power loss leaves.
// A zone is a folder, so that tests that run at the same time do not meet. All functions may be
// called on any thread.

/// What a write answers while it is told to fail.
typedef enum {
  FaultNone = 0,
  /// The device fails.
  FaultInputOutput = 1,
  /// No space is left.
  FaultFull = 2,
} FaultKind;

/// Registers the file system; more often than once does no harm.
void fault_install(void);

/// Watches the files below a folder from now on.
void fault_open_zone(const char *folder);
/// Forgets a zone.
void fault_close_zone(const char *folder);

/// Every write to a file of the zone fails from now on, or none does.
void fault_on_write(const char *folder, FaultKind kind);
/// Every sync of a file of the zone fails from now on, or none does. After a failed sync the
/// writes before it are never durable, as on a real system that marks its pages clean.
void fault_on_sync(const char *folder, int fails);

/// How many syncs of write-ahead logs have returned well.
uint64_t fault_synced_logs(const char *folder);
/// How many writes to write-ahead logs wait for a sync.
uint64_t fault_unsynced_log_writes(const char *folder);

/// Writes to another folder what a power loss at this moment would leave: of every file what was
/// synced, and of the writes since then each whole, torn or not at all, as the seed says.
/// Returns 0 if that worked.
int fault_power_loss(const char *folder, const char *target, uint64_t seed);
