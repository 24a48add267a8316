using RunRecovery.Benchmarks;

var checkout = Checkout.Find();
switch (args)
{
    case ["start"]:
        await Scenarios.StartAsync(await PublishedBlog.PublishAsync(checkout));
        return 0;
    case ["memory"]:
        await Scenarios.MemoryAsync(await PublishedBlog.PublishAsync(checkout), await PublishedBlog.PublishSmallestAsync(checkout));
        return 0;
    case ["many", var count] when int.TryParse(count, out var posts) && posts > 0:
        await Scenarios.ManyAsync(await PublishedBlog.PublishAsync(checkout), posts);
        return 0;
    case ["plans", var count] when int.TryParse(count, out var posts) && posts >= 0:
        await Scenarios.PlansAsync(await PublishedBlog.PublishAsync(checkout), checkout, posts);
        return 0;
    default:
        Console.Error.WriteLine("Wanted: start, memory, many with a number of posts, or plans with one. README.md tells what each measures.");
        return 1;
}
