package dev.vouch.nudge.etiquette;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a workspace has set about when to be quiet.
 *
 * @param suggestions how many one of our own people gets a day at most
 * @param channels those in which Vouch does less than it could, by channel id
 */
public record Etiquette(int suggestions, Map<String, ChannelRule> channels) {

  /** A short list, and every channel that Vouch was invited to. */
  public static final Etiquette USUAL = new Etiquette(3, Map.of());

  public Etiquette {
    channels = Map.copyOf(channels);
    if (suggestions < 1) {
      throw new IllegalArgumentException("mode off is the way to none");
    }
  }

  public ChannelRule in(String channel) {
    return channels.getOrDefault(channel, ChannelRule.LISTEN);
  }

  public Etiquette withSuggestions(int aDay) {
    return new Etiquette(aDay, channels);
  }

  public Etiquette with(String channel, ChannelRule rule) {
    Map<String, ChannelRule> more = new TreeMap<>(channels);
    more.put(channel, rule);
    more.values().removeIf(ChannelRule.LISTEN::equals);
    return new Etiquette(suggestions, more);
  }
}
