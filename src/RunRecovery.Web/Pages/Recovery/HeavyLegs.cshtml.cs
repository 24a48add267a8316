using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NetEscapades.AspNetCore.SecurityHeaders;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Recovery;
using RunRecovery.Core.Recovery.HeavyLegs;
using RunRecovery.Web.Security;

namespace RunRecovery.Web.Pages.Recovery;

/// <summary>Its answers tell of somebody's health and stand in the address: nobody keeps the page, finds it, or is told where a visitor came from.</summary>
[ResponseCache(NoStore = true)]
[SecurityHeadersPolicy(SecurityHeaders.OfSecrets)]
public sealed class HeavyLegsModel(PostRepository posts, PlannerBook book) : PageModel
{
    private const string AboutWarnings = "not-just-tired-legs";
    private const int MostTips = 6;

    private readonly Dictionary<string, string> _answers = [];

    /// <summary>Null: the address holds an answer that there is not.</summary>
    public HeavyLegsStep? Step { get; private set; }

    public IReadOnlyList<WarningSign> Warnings { get; private set; } = [];
    public IReadOnlyList<PostSummary> Tips { get; private set; } = [];
    public IReadOnlyList<PostSummary> Posts { get; private set; } = [];

    /// <summary>Known or not.</summary>
    public bool HasAnswers => HeavyLegsCheck.Questions.Any(question => Request.Query.ContainsKey(question.Name));

    /// <summary>What was asked and answered so far.</summary>
    public IEnumerable<(HeavyLegsQuestion Question, HeavyLegsAnswer Answer)> Path =>
        from question in HeavyLegsCheck.Questions
        let answer = HeavyLegsCheck.AnswerTo(question, _answers)
        where answer is not null && (answer.Flag is not null || HeavyLegsCheck.IsAsked(question, _answers))
        select (question, answer);

    public string With(HeavyLegsQuestion question, HeavyLegsAnswer answer) => Links.HeavyLegsWith(new Dictionary<string, string>(_answers) { [question.Name] = answer.Value });

    /// <summary>Asks it again. A red flag would not let it be asked.</summary>
    public string Without(HeavyLegsQuestion question) =>
        Links.HeavyLegsWith(Path.Where(step => step.Question != question && step.Answer.Flag is null).ToDictionary(step => step.Question.Name, step => step.Answer.Value));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        foreach (var question in HeavyLegsCheck.Questions.Where(question => Request.Query.ContainsKey(question.Name)))
        {
            if (Request.Query[question.Name] is not [{ } value] || question.Find(value) is null)
            {
                Response.StatusCode = StatusCodes.Status400BadRequest;
                return Page();
            }

            _answers[question.Name] = value;
        }

        Step = HeavyLegsCheck.After(_answers);
        switch (Step)
        {
            case HeavyLegsStep.Today today:
                Warnings = book.Warnings.Of(today.WarningIds);
                Tips = Fitting(await posts.TipsAsync(phase: null, grade: null, cancel), today);
                Posts = await posts.FindAllPublishedAsync(PostKind.Post, ["heavy-legs-five-minute-check", "dealing-with-heavy-legs", AboutWarnings], cancel);
                break;
            case HeavyLegsStep.Professional professional:
                Warnings = book.Warnings.Of(professional.WarningIds);
                Posts = await posts.FindAllPublishedAsync(PostKind.Post, [AboutWarnings], cancel);
                break;
        }

        return Page();
    }

    private static IReadOnlyList<PostSummary> Fitting(IReadOnlyList<PostSummary> tips, HeavyLegsStep.Today today)
    {
        return [.. tips.Where(tip => Fit(tip) > 0).OrderByDescending(Fit).Take(MostTips)];
        int Fit(PostSummary tip) => today.FitOfTip(tip.Phase, tip.AppliesTo);
    }
}
