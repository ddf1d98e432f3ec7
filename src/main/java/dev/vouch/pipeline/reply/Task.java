package dev.vouch.pipeline.reply;

import java.time.Instant;

/**
 * Something that one of us has to do because a person outside the company asked for it.
 *
 * @param about Slack id of that person
 * @param words what they want, in their words or ours
 */
public record Task(String about, String words, Instant at) {}
