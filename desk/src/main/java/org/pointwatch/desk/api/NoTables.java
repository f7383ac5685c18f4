// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.sql.SQLException;

/** The desk was started without a database. */
final class NoTables extends SQLException {
    private static final long serialVersionUID = 1;
}
