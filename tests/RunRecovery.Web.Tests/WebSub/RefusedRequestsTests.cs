using System.Net;
using RunRecovery.Web.WebSub;

namespace RunRecovery.Web.Tests.WebSub;

public sealed class RefusedRequestsTests(RefusedRequestsTests.Hub hub) : IClassFixture<RefusedRequestsTests.Hub>
{
    private const string Address = "hub.callback must be an http or https address of at most 2048 characters, without user, password or fragment.";
    private const string Public = "hub.callback must be on a public host.";
    private const string Feed = "hub.topic must be the address of a feed of this blog, exactly as its rel=self says.";
    private const string Lease = "hub.lease_seconds must be a number of seconds, such as 864000.";

    [Theory]
    [InlineData("hub.mode", "", "hub.mode must be subscribe or unsubscribe.")]
    [InlineData("hub.mode", "publish", "hub.mode must be subscribe or unsubscribe.")]
    [InlineData("hub.callback", "", Address)]
    [InlineData("hub.callback", "/callback", Address)]
    [InlineData("hub.callback", "ftp://reader.example/", Address)]
    [InlineData("hub.callback", "file:///etc/passwd", Address)]
    [InlineData("hub.callback", "https://me:secret@reader.example/", Address)]
    [InlineData("hub.callback", "https://reader.example/#part", Address)]
    [InlineData("hub.topic", "", Feed)]
    [InlineData("hub.topic", "/rss.xml", Feed)]
    [InlineData("hub.topic", "http://elsewhere.example/rss.xml", Feed)]
    [InlineData("hub.topic", "http://localhost:5000/", Feed)]
    [InlineData("hub.topic", "http://localhost:5000/posts/easy-days", Feed)]
    [InlineData("hub.topic", "http://localhost:5000/RSS.xml", Feed)]
    [InlineData("hub.topic", "http://localhost:5000/rss.xml?page=2", Feed)]
    [InlineData("hub.topic", "http://localhost:5000/rss-1.xml", Feed)]
    [InlineData("hub.lease_seconds", "soon", Lease)]
    [InlineData("hub.lease_seconds", "-1", Lease)]
    [InlineData("hub.secret", "200 bytes", "hub.secret must be shorter than 200 bytes.")]
    [InlineData("hub.topic", "twice", "hub.topic must be given once.")]
    public async Task A_request_that_cannot_be_right_is_refused_in_words(string name, string value, string problem)
    {
        var form = new Dictionary<string, string> { ["hub.mode"] = "subscribe", ["hub.callback"] = "https://reader.example/callback", ["hub.topic"] = HubBlog.Topic };
        var more = new List<(string, string)>();
        if (value == "twice")
        {
            more.Add((name, form[name]));
        }
        else
        {
            form[name] = value == "200 bytes" ? new string('x', 200) : value;
        }

        var answer = await hub.Blog.Ask([.. form.Select(f => (f.Key, f.Value)), .. more]);

        Assert.Equal((HttpStatusCode.BadRequest, problem), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST.")]
    [InlineData("blog.localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("127.1")]
    [InlineData("2130706433")]
    [InlineData("0x7f000001")]
    [InlineData("017700000001")]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("168.63.129.16")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("192.0.2.1")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("[::]")]
    [InlineData("[::1]")]
    [InlineData("[::127.0.0.1]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("[::ffff:a9fe:a9fe]")]
    [InlineData("[64:ff9b::10.0.0.1]")]
    [InlineData("[64:ff9b:1::1]")]
    [InlineData("[2002:7f00:1::]")]
    [InlineData("[2001:0:7f00:1::]")]
    [InlineData("[2001:db8::1]")]
    [InlineData("[fc00::1]")]
    [InlineData("[fd00:ec2::254]")]
    [InlineData("[fe80::1]")]
    [InlineData("[fec0::1]")]
    [InlineData("[ff02::1]")]
    public async Task A_callback_on_a_host_that_is_not_public_is_refused(string host)
    {
        var answer = await hub.Blog.Ask(("hub.mode", "subscribe"), ("hub.callback", $"http://{host}:8080/callback"), ("hub.topic", HubBlog.Topic));

        Assert.Equal((HttpStatusCode.BadRequest, Public), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("2606:4700:4700::1111")]
    [InlineData("::ffff:1.1.1.1")]
    [InlineData("64:ff9b::1.1.1.1")]
    public void A_public_address_is_one(string address) => Assert.True(PublicAddresses.Contain(IPAddress.Parse(address)));

    [Fact]
    public async Task A_form_of_more_than_four_kilobytes_is_refused()
    {
        var answer = await hub.Blog.Ask(("hub.mode", new string('x', 5000)));

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "The form must have at most 4096 bytes."), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Who_visits_the_hub_reads_what_it_is()
    {
        using var browser = hub.Blog.Browser();

        Assert.Equal("This is the WebSub hub of this blog. Programs subscribe to its feeds by POST.", await browser.GetStringAsync("/hub"));
    }

    public sealed class Hub : IDisposable
    {
        public BlogApplication Blog { get; } = new() { Settings = new() { ["WebSub:Hub"] = "own" } };

        public void Dispose() => Blog.Dispose();
    }
}
