// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.util.Map;

/** What goes back: everything but how it is sent. */
public record Answer(int status, String type, byte[] body, Map<String, String> headers) {}
