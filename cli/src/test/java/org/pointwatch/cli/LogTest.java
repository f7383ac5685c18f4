// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the command's own logback.xml lets through; tests have another. */
final class LogTest {
    @ParameterizedTest
    @CsvSource({
        "org.eclipse.jetty.util.HostPort, false",
        "org.eclipse.jetty.http.HttpParser, false",
        "org.eclipse.jetty.server.Server, true",
        "org.pointwatch.desk.Unreadable, true"
    })
    void whatAnybodyCanProvokeIsToldByUsAlone(String logger, boolean warns) throws Exception {
        var context = new LoggerContext();
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(LogTest.class.getResource("/logback.xml"));
        assertThat(context.getLogger(logger).isWarnEnabled()).isEqualTo(warns);
        context.stop();
    }
}
