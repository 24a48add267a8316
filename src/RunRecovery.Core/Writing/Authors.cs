using Microsoft.EntityFrameworkCore;
using RunRecovery.Core.Data;

namespace RunRecovery.Core.Writing;

/// <summary>Who wrote: the names behind account numbers, also of those who may not sign in any more.</summary>
public sealed class Authors(BlogContext db)
{
    public async Task<IReadOnlyDictionary<int, string>> NamesAsync(CancellationToken cancel = default) =>
        await db.Accounts.AsNoTracking().ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancel);
}
