// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.ErrorHandler;

/** What is said to a request that the web server gives up on before any route sees it. */
final class Unreadable {
    private Unreadable() {}

    static Reply reply(Request request, int status) {
        return Reply.error(status, "the desk cannot read this request: " + mend(request, status));
    }

    private static String mend(Request request, int status) {
        return switch (status) {
            case 414 -> "its address is longer than 8,000 bytes; ask for less at a time";
            case 426, 505 -> "speak HTTP/1.1";
            case 431 -> "its headers are longer than 8,000 bytes together; send fewer cookies and headers";
            case 400 ->
                reason(request)
                        + "; write a plain path, without //, .. and encoded slashes, and %-encode all else as UTF-8";
            default -> status < 500 ? reason(request) : "the desk's log says why";
        };
    }

    /** The web server's own words, which repeat nothing that was sent. */
    private static String reason(Request request) {
        return request.getAttribute(ErrorHandler.ERROR_MESSAGE) instanceof String words && words.length() < 80
                ? words
                : "it is malformed";
    }
}
