package dev.vouch.pipeline.courtesy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That one of our own people gets nothing more, because three in a row had no answer.
 *
 * @param person Slack id
 * @param since when the last of the three went unanswered
 * @param waiting how many suggestions wait for them
 * @param over when they wanted to be written to again; null while they have not
 */
public record Silence(String person, Instant since, long waiting, @Nullable Instant over) {}
