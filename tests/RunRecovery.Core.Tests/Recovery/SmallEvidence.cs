namespace RunRecovery.Core.Tests.Recovery;

/// <summary>A file of evidence with one row; of its sources one was read.</summary>
public static class SmallEvidence
{
    public const string Json = """
        {
          "version": 1,
          "grades": ["strong", "moderate", "mixed", "weak", "harmful"],
          "evidence": [
            {
              "id": "sleep",
              "name": "Sleep",
              "in_short": "A faster hour.",
              "claim": "Repairs.",
              "evidence": "One trial.",
              "evidence_grade": "moderate",
              "effect": "About 3% faster.",
              "applies_from_hours": -24,
              "applies_to_hours": 336.5,
              "dose": "7-9 h a night.",
              "cautions": "None.",
              "source_ids": ["dvt-nhs", "roberts2019"],
              "phases": ["finish", "rest"]
            }
          ],
          "sources": [
            {"id": "roberts2019", "authors": "", "year": 2019, "title": "Extended sleep", "venue": "Med Sci", "doi_or_url": "10.1249/MSS.0000000000002071", "verified": "read (in part)", "note": "abstract"},
            {"id": "dvt-nhs", "authors": "NHS", "year": null, "title": "Clots", "venue": "Web", "doi_or_url": "https://nhs.example/dvt", "verified": "from memory, to be verified", "note": ""}
          ]
        }
        """;
}
