// Collections as SQLite tables. One for the records, "id", "document" and for each index a column
// "keys_<index>" (adapters/sqlite/index_keys.h); and one for each index, "<collection>_by_<index>",
// with an entry for each key of each record:
//
//   certificates              id | document | keys_number        | keys_words
//                             ipma DE-24-B | {…} | 9:ipma de24b | 14:ipma lind mara14:ipma mara lind
//   certificates_by_words     key | id
//                             ipma lind mara | ipma DE-24-B
//                             ipma mara lind | ipma DE-24-B
//
// An entry counts where the record's row has its key: what is announced (ports/store.h) may come
// before its record.
#pragma once

#include <span>
#include <string>

#include "adapters/sqlite/connection.h"
#include "ports/store.h"

namespace laurel::adapters::sqlite {

/// The name of the column that holds a record's keys.
[[nodiscard]] std::string column_of(const ports::Index& index);

/// The name of the table that holds the index's entries.
[[nodiscard]] std::string table_of(const ports::Collection& collection, const ports::Index& index);

/// Makes the tables, columns and indexes that the file lacks, all in one transaction, so that a
/// migration that is killed midway runs again from its start. Within one layout nothing is ever
/// removed, so the previous version of Laurel can still open the file. An index that is added to a
/// collection holds a record from the next time on that the record is put; service/reindex.h puts
/// them all.
///
/// In layout 1 a record had one key for each index, in a column "key_<index>" with an SQL index. The
/// keys move into the tables of today, and the columns go.
///
/// Errors: `corrupt` for a file in a newer layout or of another program.
[[nodiscard]] base::Status migrate(Connection& connection,
                                   std::span<const ports::Collection> collections);

}  // namespace laurel::adapters::sqlite
