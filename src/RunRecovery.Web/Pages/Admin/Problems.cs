using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace RunRecovery.Web.Pages.Admin;

public static class Problems
{
    /// <summary>Each beside the field that its code names.</summary>
    public static void AddProblems(this ModelStateDictionary state, IEnumerable<IdentityError> problems)
    {
        foreach (var problem in problems)
        {
            state.AddModelError(problem.Code, problem.Description);
        }
    }
}
