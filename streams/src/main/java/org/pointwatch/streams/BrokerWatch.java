// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.pointwatch.wire.KafkaAccess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says when Kafka does not answer, and when it is back: the topology itself waits for it without a word. */
final class BrokerWatch {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerWatch.class);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final KafkaAccess kafka;
    private final CountDownLatch closing;
    private long awaySince;

    BrokerWatch(KafkaAccess kafka, CountDownLatch closing) {
        this.kafka = kafka;
        this.closing = closing;
    }

    void start() {
        var thread = new Thread(this::watch, "process-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        try (var admin = kafka.admin()) {
            while (!closing.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                look(admin);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Admin admin) throws InterruptedException {
        try {
            var options = new DescribeClusterOptions().timeoutMs((int) ANSWER.toMillis());
            admin.describeCluster(options).nodes().get();
            if (awaySince != 0) {
                LOG.info("Kafka is back after {} s", seconds());
                awaySince = 0;
            }
        } catch (ExecutionException e) {
            awaySince = awaySince == 0 ? System.nanoTime() : awaySince;
            LOG.warn(
                    "the topology waits for Kafka, for {} s now: {} does not answer ({})",
                    seconds(),
                    kafka.bootstrap(),
                    e.getMessage());
        }
    }

    private long seconds() {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - awaySince);
    }
}
