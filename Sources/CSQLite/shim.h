#pragma once
#include <sqlite3.h>

// SQLITE_TRANSIENT is a macro with a cast, which is not imported: SQLite makes its own copy of
// what is bound.
static inline sqlite3_destructor_type csqlite_transient(void) { return SQLITE_TRANSIENT; }
