package dev.vouch.slack.gallery;

import dev.vouch.advocate.Contact;
import dev.vouch.advocate.Reach;
import dev.vouch.advocate.Spread;
import dev.vouch.advocate.Spread.Circle;
import dev.vouch.advocate.Spread.Share;
import dev.vouch.digest.Breadth;
import dev.vouch.digest.Breadth.Asked;
import java.util.List;
import java.util.Map;

/** A company whose advocacy hangs on few of its customers, the same every time. */
final class BreadthSample {
  private BreadthSample() {}

  /** Three of fourteen people carry most, and one of them was asked too often. */
  static Breadth breadth() {
    Circle lately = new Circle(40, 14, 6, 27);
    List<Share> busiest =
        List.of(
            new Share(Samples.advocate(), 14),
            new Share(Samples.contact(), 9),
            new Share(third(), 4));
    return new Breadth(
        new Spread(new Circle(120, 41, 15, 38), lately, busiest),
        List.of(third()),
        List.of(new Asked(Samples.advocate(), 3)),
        true);
  }

  private static Contact third() {
    return new Contact(
        "U0PIA", "Pia Holm", null, Map.of(), Reach.NONE, 4, Samples.NOW, Samples.NOW);
  }
}
