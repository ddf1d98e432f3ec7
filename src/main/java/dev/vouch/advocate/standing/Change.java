package dev.vouch.advocate.standing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that would change where a person stands.
 *
 * @param condition in words that finish "if"
 * @param to the wire name of where it leads; null where that hangs on the evidence
 * @param at when, where time alone does it
 */
public record Change(String condition, @Nullable String to, @Nullable Instant at) {}
