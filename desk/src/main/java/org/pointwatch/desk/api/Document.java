// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

/** An answer that is a text of its own type. */
record Document(String type, String text) {}
