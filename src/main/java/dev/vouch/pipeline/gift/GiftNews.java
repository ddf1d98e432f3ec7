package dev.vouch.pipeline.gift;

import dev.vouch.nudge.gift.GiftEvent;
import dev.vouch.nudge.gift.GiftRule;
import org.jspecify.annotations.Nullable;

/**
 * What one of our own people is to decide, or to know, about a gift.
 *
 * @param rule that it was decided by; null where none fits
 */
public record GiftNews(GiftEvent event, @Nullable GiftRule rule) {}
