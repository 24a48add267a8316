namespace RunRecovery.Web.Writing;

/// <summary>Previews take turns, and together leave processors to readers: they are asked for at each pause of typing. Nobody has two turns at a time.</summary>
public sealed class PreviewTurns : IDisposable
{
    private readonly SemaphoreSlim _all = new(Math.Max(1, Environment.ProcessorCount / 2));
    private readonly Dictionary<string, Person> _people = [];

    /// <param name="who">Whoever asks; others need not wait for them.</param>
    /// <returns>The turn, which ends when it is disposed of.</returns>
    public async Task<IDisposable> WaitAsync(string who, CancellationToken cancel)
    {
        var person = Come(who);
        var isFirst = false;
        try
        {
            await person.One.WaitAsync(cancel);
            isFirst = true;
            await _all.WaitAsync(cancel);
            return new Turn(() =>
            {
                _all.Release();
                Leave(who, person, isFirst: true);
            });
        }
        catch
        {
            Leave(who, person, isFirst);
            throw;
        }
    }

    public void Dispose() => _all.Dispose();

    private Person Come(string who)
    {
        lock (_people)
        {
            var person = _people.TryGetValue(who, out var known) ? known : _people[who] = new Person();
            person.Waiting++;
            return person;
        }
    }

    /// <summary>Nobody is remembered who waits no more.</summary>
    private void Leave(string who, Person person, bool isFirst)
    {
        if (isFirst)
        {
            person.One.Release();
        }

        lock (_people)
        {
            if (--person.Waiting == 0)
            {
                _people.Remove(who);
            }
        }
    }

    private sealed class Person
    {
        public SemaphoreSlim One { get; } = new(1);
        public int Waiting { get; set; }
    }

    private sealed class Turn(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
