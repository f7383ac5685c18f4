// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

@Says("What went wrong, and what to do about it.")
record Problem(String error) {}
