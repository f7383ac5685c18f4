// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.pointwatch.desk.api.Backstage;
import org.pointwatch.desk.api.Models;
import org.pointwatch.desk.view.View;
import org.pointwatch.wire.KafkaAccess;

/** The role {@code desk}: reads the output topics into memory and serves the page and the API. */
public final class Desk implements AutoCloseable {
    private final View view;
    private final KafkaFeed feed;
    private final WebServer web;

    /**
     * @param clock the wall clock: for health, event ids, and when something was decided; never for what is counted
     * @param models what reads texts that are tried; loaded with the first of them
     */
    public Desk(
            DeskSettings settings,
            KafkaAccess kafka,
            MeterRegistry metrics,
            InstantSource clock,
            Supplier<Models> models) {
        var progress = new Progress(clock);
        view = new View(metrics);
        feed = new KafkaFeed(kafka, new Intake(view, kafka, metrics), progress, metrics);
        var backstage = new Backstage(clock, models, new KafkaDecisions(kafka));
        web = new WebServer(settings, view, progress, metrics, clock.instant(), backstage);
    }

    /**
     * Returns once the page can be opened; the topics are read, and waited for, in the background.
     *
     * @throws DeskException if nothing can listen there; the message says what to do
     */
    public void start() {
        web.start();
        feed.start();
    }

    /** Where a browser on this machine opens the page; known once started. */
    public URI address() {
        return web.address();
    }

    /** What people call a target, as far as the dossier has come; else the target. */
    public String titleOf(String target) {
        return view.title(target);
    }

    /** Stops reading and serving; open streams are cut. */
    @Override
    public void close() {
        feed.close();
        web.close();
    }
}
