package dev.vouch.slack.gallery;

import dev.vouch.advocate.identity.Identities.Identity;
import dev.vouch.slack.gallery.Gallery.Audience;
import dev.vouch.slack.gallery.Gallery.Piece;
import dev.vouch.slack.view.person.MergeView;
import dev.vouch.slack.view.person.MergeView.Counts;
import dev.vouch.slack.view.person.MergeView.Held;
import dev.vouch.slack.view.person.WhoView;
import java.util.List;

/** Two accounts of one human, before they are joined, afterwards, and parted again. */
final class MergeGallery {
  private static final Held ANA =
      new Held(Samples.ADVOCATE, "Ana Ruiz", "Northwind Foods", new Counts(9, 2, 4, 1));
  private static final Held HER_OTHER =
      new Held("U0ANAR", "Ana R.", "Kestrel", new Counts(3, 1, 0, 0));

  private MergeGallery() {}

  static List<Piece> pieces() {
    List<Identity> both =
        List.of(
            new Identity(Samples.ADVOCATE, Samples.ADVOCATE, "", Samples.NOW),
            new Identity("U0ANAR", Samples.ADVOCATE, Samples.REP, Samples.NOW));
    return List.of(
        Gallery.message("merge", Audience.REP, MergeView.asked(ANA, HER_OTHER)),
        Gallery.message("merged", Audience.REP, MergeView.merged(ANA, HER_OTHER)),
        Gallery.message("merge-left", Audience.REP, MergeView.left()),
        Gallery.message("unmerged", Audience.REP, MergeView.unmerged(ANA, HER_OTHER)),
        Gallery.message(
            "who-merged",
            Audience.REP,
            WhoView.of(SamplePeople.advocate(), Samples::name)
                .and(MergeView.identities(both, Samples::name))));
  }
}
