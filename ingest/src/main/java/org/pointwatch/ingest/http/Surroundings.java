// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.http;

import java.net.InetAddress;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.ssl.SSLContexts;

/**
 * What the machine decides about connections; tests bring their own names and authorities. Nothing here or elsewhere
 * turns the verification of certificates and host names off.
 */
record Surroundings(GuardedDns.Names names, SSLContext tls) {
    static final Surroundings SYSTEM = new Surroundings(InetAddress::getAllByName, SSLContexts.createSystemDefault());
}
