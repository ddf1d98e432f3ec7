package dev.vouch.digest;

import java.time.LocalTime;
import java.time.ZoneId;

/** A channel that gets a digest every day at its hour, in its own zone. */
public record DigestChannel(String channel, LocalTime hour, ZoneId zone) {}
