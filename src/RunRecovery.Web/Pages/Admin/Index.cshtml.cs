using Microsoft.AspNetCore.Mvc.RazorPages;

namespace RunRecovery.Web.Pages.Admin;

public sealed class IndexModel : PageModel;
