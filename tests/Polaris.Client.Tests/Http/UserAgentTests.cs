using System.Collections.Concurrent;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Http;

/// <summary>The header that names the program.</summary>
public sealed class UserAgentTests
{
    [TestCase(null, @"^Polaris\.Client/\d+\.\d+\.\d+\S* \(\.NET [^()]*\)$")]
    [TestCase("MyImporter/2.1", @"^MyImporter/2\.1 Polaris\.Client/")]
    public async Task Requests_OfPolaris_NameTheProgramAndTheLibrary(string? products, string pattern)
    {
        var fake = new FakePolaris();
        using var recorder = new Recorder(fake.CreateHandler());
        var options = new PolarisClientOptions();
        fake.Configure(options);
        options.UserAgent = products;
        await using var polaris = PolarisClient.Create(options, recorder);

        await polaris.ObjectLocks.FindAsync(ObjectType.BibliographicRecord, 5);

        Assert.That(recorder.Sent, Has.Count.EqualTo(2), "the sign-in and the call");
        Assert.That(recorder.Sent, Has.All.Match(pattern));
    }

    [TestCase("My Importer/2.1/3")]
    [TestCase("Importer\r\nX: y")]
    [TestCase("")]
    public void Options_WithAnUnusableUserAgent_AreRefused(string products)
    {
        var options = new PolarisClientOptions();
        new FakePolaris().Configure(options);
        options.UserAgent = products;

        Assert.That(() => PolarisClient.Create(options), Throws.Exception.With.Message.Contains("UserAgent is '"));
    }

    private sealed class Recorder(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        public ConcurrentQueue<string> Sent { get; } = new();

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Sent.Enqueue(request.Headers.UserAgent.ToString());
            return base.SendAsync(request, cancellationToken);
        }
    }
}
