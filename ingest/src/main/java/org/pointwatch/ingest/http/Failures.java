// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.http;

import java.net.UnknownHostException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.ProtocolException;
import org.pointwatch.ingest.http.FetchOutcome.Failed;
import org.pointwatch.wire.net.RefusedAddressException;
import org.pointwatch.wire.record.FeedState.Trouble;

/** Why an exchange came to nothing, in words and by whether it will pass. */
final class Failures {
    private static final int LONGEST = 300;

    private Failures() {}

    static Failed of(Exception e) {
        var kind = e.getClass().getSimpleName().replaceAll("Exception$", "");
        var message = e.getMessage() == null ? "" : ": " + shortened(e.getMessage());
        return new Failed(kind + message, trouble(e));
    }

    private static Trouble trouble(Exception e) {
        if (e instanceof RefusedAddressException
                || e instanceof SSLHandshakeException
                || e instanceof SSLPeerUnverifiedException) {
            return Trouble.HARD;
        }
        if (e instanceof UnknownHostException || e instanceof SSLException) {
            return Trouble.TEMPORARY;
        }
        var odd = e instanceof ZipException
                || e instanceof HttpException
                || e instanceof RuntimeException
                || e.getCause() instanceof ProtocolException
                || e instanceof BodyLimitException;
        return odd ? Trouble.SOFT : Trouble.TEMPORARY;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
