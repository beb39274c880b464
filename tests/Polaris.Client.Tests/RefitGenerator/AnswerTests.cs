using System.Text.Json;
using Polaris.Client.Tests.Http;

namespace Polaris.Client.Tests.RefitGenerator;

public sealed class AnswerTests
{
    [Test]
    public async Task Value_Json_IsReadAndTheAnswerDisposed()
    {
        using var probe = new Probe("""{"Id":7,"Title":"Moby-Dick"}""");

        ProbeRecord record = await probe.Api.ReadAsync(7);

        Assert.That(record.Title, Is.EqualTo("Moby-Dick"));
        Assert.That(probe.Response.IsDisposed);
    }

    [Test]
    public async Task Call_MethodThatReturnsNothing_ReadsNothing()
    {
        using var probe = new Probe("this is no JSON");

        await probe.Api.GetAsync(1, 2);

        Assert.That(probe.Response.IsDisposed);
    }

    [Test]
    public async Task Call_MethodThatReturnsTheResponse_LeavesItToTheCaller()
    {
        using var probe = new Probe("this is no JSON");

        using HttpResponseMessage response = await probe.Api.OpenAsync(7);

        Assert.That(probe.Response.IsDisposed, Is.False);
        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo("this is no JSON"));
    }

    [Test]
    public async Task Null_WhereItIsAnAnswer_IsReturned()
    {
        using var probe = new Probe("null");

        Assert.That(await probe.Api.FindAsync(7), Is.Null);
    }

    [Test]
    public void Null_WhereItIsNoAnswer_IsUnreadable()
    {
        using var probe = new Probe("null");
        probe.Map = (_, exception) => new InvalidDataException("mapped", exception);

        var error = Assert.ThrowsAsync<InvalidDataException>(() => probe.Api.ReadAsync(7));

        Assert.That(error!.InnerException, Is.TypeOf<InvalidOperationException>());
        Assert.That(probe.Response.IsDisposed);
    }

    [TestCase("")]
    [TestCase("<html>")]
    [TestCase("{\"Id\":")]
    [TestCase("[]")]
    public void Unreadable_Body_IsMappedWithItsResponse(string body)
    {
        using var probe = new Probe(body);
        HttpResponseMessage? seen = null;
        bool wasDisposed = true;
        probe.Map = (response, exception) =>
        {
            (seen, wasDisposed) = (response, probe.Response.IsDisposed);
            return new InvalidDataException("mapped", exception);
        };

        var error = Assert.ThrowsAsync<InvalidDataException>(() => probe.Api.ReadAsync(7));

        Assert.That(error!.InnerException, Is.TypeOf<JsonException>());
        Assert.That(seen, Is.SameAs(probe.Response));
        Assert.That(wasDisposed, Is.False);
        Assert.That(probe.Response.IsDisposed);
    }

    [Test]
    public void Unreadable_WithoutMapping_KeepsTheOriginalException()
    {
        using var probe = new Probe("{");

        Assert.ThrowsAsync<JsonException>(() => probe.Api.ReadAsync(7));
    }

    [Test]
    public void Cancelled_BeforeTheAnswer_IsNotMapped()
    {
        using var probe = new Probe("{}");
        using var cancellation = new CancellationTokenSource();
        probe.Map = (_, _) => new InvalidDataException("mapped");
        probe.Sending = _ => cancellation.Cancel();

        Assert.CatchAsync<OperationCanceledException>(() => probe.Api.ReadAsync(7, cancellation.Token));
    }

    [Test]
    public void Cancelled_WhileTheBodyIsRead_IsNotMapped()
    {
        using var body = new StalledStream();
        using var probe = new Probe(new StreamContent(body));
        using var cancellation = new CancellationTokenSource();
        probe.Map = (_, _) => new InvalidDataException("mapped");

        Task<ProbeRecord> reading = probe.Api.ReadAsync(7, cancellation.Token);
        Assert.That(reading.IsCompleted, Is.False);
        cancellation.Cancel();

        var error = Assert.CatchAsync<OperationCanceledException>(() => reading);
        Assert.That(error!.CancellationToken, Is.EqualTo(cancellation.Token));
        Assert.That(probe.Response.IsDisposed);
    }

    [Test]
    public void Read_BodyThatIsStillComing_DoesNotWaitForItBeforehand()
    {
        using var body = new StalledStream();
        using var probe = new Probe(new StreamContent(body));

        Task dropped = probe.Api.GetAsync(1, 2);

        Assert.That(dropped.IsCompletedSuccessfully);
        Assert.That(body.Reads, Is.Zero);
    }
}
