package dev.vouch.nudge.moment;

import dev.vouch.advocate.relationship.Subject;
import java.time.Instant;

/**
 * Somebody, or an account, is to be looked at, because a moment may have arisen there.
 *
 * @param at from when on
 */
public record Look(Subject at, Instant from) {}
