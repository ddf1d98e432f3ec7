package dev.vouch.nudge.etiquette;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a workspace has set so as not to be a burden: when to be quiet, and how many to ask.
 *
 * @param suggestions how many one of our own people gets a day at most
 * @param askShare percent of the asks of 90 days that the three people asked most get at most, as
 *     far as Vouch proposes whom to ask
 * @param channels those in which Vouch does less than it could, by channel id
 */
public record Etiquette(int suggestions, int askShare, Map<String, ChannelRule> channels) {

  /** A short list, and every channel that Vouch was invited to. */
  public static final Etiquette USUAL = new Etiquette(3, 40, Map.of());

  public Etiquette {
    channels = Map.copyOf(channels);
    if (suggestions < 1) {
      throw new IllegalArgumentException("mode off is the way to none");
    }
    if (askShare < 1 || askShare > 100) {
      throw new IllegalArgumentException("a share is 1 to 100 percent: " + askShare);
    }
  }

  public ChannelRule in(String channel) {
    return channels.getOrDefault(channel, ChannelRule.LISTEN);
  }

  public Etiquette withSuggestions(int aDay) {
    return new Etiquette(aDay, askShare, channels);
  }

  public Etiquette withAskShare(int percent) {
    return new Etiquette(suggestions, percent, channels);
  }

  public Etiquette with(String channel, ChannelRule rule) {
    Map<String, ChannelRule> more = new TreeMap<>(channels);
    more.put(channel, rule);
    more.values().removeIf(ChannelRule.LISTEN::equals);
    return new Etiquette(suggestions, askShare, more);
  }
}
