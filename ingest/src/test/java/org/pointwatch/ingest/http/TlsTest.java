// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.http;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pointwatch.ingest.http.FetchOutcome.Failed;
import org.pointwatch.ingest.http.FetchOutcome.Fetched;
import org.pointwatch.wire.record.FeedState.Trouble;

import static org.assertj.core.api.Assertions.assertThat;

/** Certificates are verified always: chain, dates and host name. */
final class TlsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final FetchLimits LIMITS =
            new FetchLimits(1 << 20, 64 << 10, Duration.ofSeconds(10), Duration.ofSeconds(5), 5);

    @TempDir
    private Path directory;

    /** A key whose certificate, its own authority, names one host. */
    private KeyStore key(String name, String host) throws IOException, GeneralSecurityException {
        keytool("-genkeypair", name, "-dname", "CN=" + host, "-ext", "SAN=dns:" + host, "-validity", "30");
        return store(name);
    }

    /** The same, signed by an authority and valid for a month from a day on. */
    private KeyStore signed(KeyStore authority, String name, String host, String startDate)
            throws IOException, GeneralSecurityException {
        keytool("-genkeypair", name, "-dname", "CN=" + host);
        keytool("-certreq", name, "-file", file(name + ".csr"));
        keytool(
                "-gencert",
                "authority",
                "-infile",
                file(name + ".csr"),
                "-outfile",
                file(name + ".crt"),
                "-ext",
                "SAN=dns:" + host,
                "-startdate",
                startDate,
                "-validity",
                "30");
        var store = store(name);
        try (var in = Files.newInputStream(directory.resolve(name + ".crt"))) {
            var leaf = CertificateFactory.getInstance("X.509").generateCertificate(in);
            var chain = new Certificate[] {leaf, authority.getCertificate("a")};
            store.setKeyEntry("a", store.getKey("a", PASSWORD), PASSWORD, chain);
        }
        return store;
    }

    private String file(String name) {
        return directory.resolve(name).toString();
    }

    private KeyStore store(String name) throws IOException, GeneralSecurityException {
        try (var in = Files.newInputStream(directory.resolve(name + ".p12"))) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD);
            return store;
        }
    }

    private void keytool(String command, String store, String... options) throws IOException {
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                command,
                "-alias",
                "a",
                "-keystore",
                file(store + ".p12"),
                "-storepass",
                new String(PASSWORD)));
        if (command.equals("-genkeypair")) {
            line.addAll(List.of("-keyalg", "EC", "-storetype", "PKCS12"));
        }
        line.addAll(List.of(options));
        var made = new ProcessBuilder(line).redirectErrorStream(true).start();
        var said = new String(made.getInputStream().readAllBytes());
        assertThat(made.onExit().join().exitValue()).as(said).isZero();
    }

    private static SSLContext trusting(KeyStore store) throws GeneralSecurityException {
        var only = KeyStore.getInstance("PKCS12");
        try {
            only.load(null, null);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        only.setCertificateEntry("a", store.getCertificate("a"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(only);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static SSLServerSocket serve(KeyStore store) throws IOException, GeneralSecurityException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        var socket = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
        var thread = new Thread(() -> answer(socket), "tls-origin");
        thread.setDaemon(true);
        thread.start();
        return socket;
    }

    private static void answer(SSLServerSocket socket) {
        while (!socket.isClosed()) {
            try (var connection = socket.accept()) {
                connection.getInputStream().read();
                connection.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n<rss/>".getBytes());
            } catch (IOException e) {
                continue;
            }
        }
    }

    private static FetchOutcome get(SSLServerSocket server, String host, SSLContext tls) throws IOException {
        var at = host + ":" + server.getLocalPort();
        var around = new Surroundings(h -> new InetAddress[] {InetAddress.getLoopbackAddress()}, tls);
        try (var client = new FeedClient("test", Set.of(at), LIMITS, 1, Clock.systemUTC(), "*/*", around)) {
            return Cost.of(() -> client.get("https://" + at + "/", null, null)).within(Duration.ofSeconds(11));
        }
    }

    private static void refused(FetchOutcome outcome) {
        assertThat(outcome).isInstanceOf(Failed.class);
        assertThat(((Failed) outcome).trouble()).as(((Failed) outcome).reason()).isEqualTo(Trouble.HARD);
    }

    @Test
    void takesACertificateOfTheRightHostOnly() throws IOException, GeneralSecurityException {
        var store = key("good", "feeds.example");
        try (var server = serve(store)) {
            assertThat(get(server, "feeds.example", trusting(store))).isInstanceOf(Fetched.class);
            refused(get(server, "other.example", trusting(store)));
            refused(get(server, "feeds.example.evil.example", trusting(store)));
        }
    }

    @Test
    void refusesASelfSignedCertificate() throws IOException, GeneralSecurityException {
        try (var server = serve(key("self", "feeds.example"))) {
            refused(get(server, "feeds.example", Surroundings.SYSTEM.tls()));
        }
    }

    @Test
    void refusesACertificateOutOfItsTime() throws IOException, GeneralSecurityException {
        keytool("-genkeypair", "authority", "-dname", "CN=Authority", "-ext", "bc:c", "-validity", "900");
        var authority = store("authority");
        for (var start : List.of("-90d", "-1d")) {
            try (var server = serve(signed(authority, "time" + start, "feeds.example", start))) {
                var outcome = get(server, "feeds.example", trusting(authority));
                if (start.equals("-1d")) {
                    assertThat(outcome).isInstanceOf(Fetched.class);
                } else {
                    refused(outcome);
                }
            }
        }
    }

    @Test
    void case65_followsNoRedirectFromHttpsToHttp() throws IOException, GeneralSecurityException {
        var store = key("down", "feeds.example");
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        try (var plain = new RawOrigin();
                var socket = (SSLServerSocket)
                        context.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var thread = new Thread(() -> redirect(socket, plain.url()), "tls-redirect");
            thread.setDaemon(true);
            thread.start();
            var outcome = get(socket, "feeds.example", trusting(store));
            assertThat(((Failed) outcome).reason()).contains("not followed");
            assertThat(plain.connections()).isZero();
        }
    }

    private static void redirect(SSLServerSocket socket, String to) {
        try (var connection = socket.accept()) {
            connection.getInputStream().read();
            connection.getOutputStream().write(("HTTP/1.1 301 Moved\r\nLocation: " + to + "\r\n\r\n").getBytes());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
