using System.Text.Json;
using Polaris.Client.Http;

namespace Polaris.Client.Tests.Http;

public sealed class JsonContentSerializerTests
{
    [Test]
    public async Task ToHttpContent_Body_IsJsonWithoutCharset()
    {
        using HttpContent content = Create().ToHttpContent(new ProbeRecord { Id = 7 });

        Assert.That(await content.ReadAsStringAsync(), Is.EqualTo("""{"Id":7,"Title":null}"""));
        Assert.That(content.Headers.ContentType!.ToString(), Is.EqualTo("application/json"));
    }

    [Test]
    public void FromHttpContentAsync_EmptyBody_SaysSo()
    {
        using var content = new ByteArrayContent([]);

        var error = Assert.ThrowsAsync<JsonException>(() => Create().FromHttpContentAsync<ProbeRecord>(content));

        Assert.That(error!.Message, Does.Contain("empty body"));
    }

    [Test]
    public void FromHttpContentAsync_TypeWithoutContext_NamesTheType()
    {
        using var content = new StringContent("{}");

        var error = Assert.ThrowsAsync<NotSupportedException>(() => Create().FromHttpContentAsync<Version>(content));

        Assert.That(error!.Message, Does.Contain("System.Version"));
    }

    [Test]
    public void FromHttpContentAsync_BodyDoesNotArriveInTime_ThrowsTimeoutException()
    {
        using var body = new StalledStream();
        using var content = new StreamContent(body);
        var clock = new HandClock();

        Task<ProbeRecord?> reading = Create(clock).FromHttpContentAsync<ProbeRecord>(content);
        Assert.That(clock.DueTime, Is.EqualTo(TimeSpan.FromSeconds(30)));
        clock.Fire();

        var error = Assert.ThrowsAsync<TimeoutException>(() => reading);
        Assert.That(error!.Message, Does.Contain("00:00:30"));
    }

    [Test]
    public void FromHttpContentAsync_CallerGivesUp_ThrowsOperationCanceledOfTheCaller()
    {
        using var body = new StalledStream();
        using var content = new StreamContent(body);
        using var cancellation = new CancellationTokenSource();

        Task<ProbeRecord?> reading = Create(new HandClock()).FromHttpContentAsync<ProbeRecord>(content, cancellation.Token);
        cancellation.Cancel();

        var error = Assert.CatchAsync<OperationCanceledException>(() => reading);
        Assert.That(error!.CancellationToken, Is.EqualTo(cancellation.Token));
    }

    [Test]
    public void FromHttpContentAsync_BodyThatIsThereButHasNoEnd_CanBeGivenUp()
    {
        using var cancellation = new CancellationTokenSource();
        using var body = new EndlessStream("""{"Id":7"""u8.ToArray(), read =>
        {
            Assert.That(read, Is.LessThan(10), "It is read although the caller has given up.");
            if (read == 3)
                cancellation.Cancel();
        });
        using var content = new StreamContent(body);

        var error = Assert.CatchAsync<OperationCanceledException>(
            () => Create().FromHttpContentAsync<ProbeRecord>(content, cancellation.Token));

        Assert.That(error!.CancellationToken, Is.EqualTo(cancellation.Token));
    }

    [Test]
    public void FromHttpContentAsync_CallerHasGivenUpBefore_ReadsNothing()
    {
        using var content = new StringContent("""{"Id":7}""");

        Assert.CatchAsync<OperationCanceledException>(
            () => Create().FromHttpContentAsync<ProbeRecord>(content, new CancellationToken(canceled: true)));
    }

    [Test]
    public async Task FromHttpContentAsync_BodyThatIsThere_NeedsNoClock()
    {
        using var content = new StringContent("""{"Id":7}""");
        var clock = new HandClock();

        ProbeRecord? record = await Create(clock).FromHttpContentAsync<ProbeRecord>(content);

        Assert.That(record!.Id, Is.EqualTo(7));
        Assert.That(clock.DueTime, Is.Null);
    }

    private static JsonContentSerializer Create(TimeProvider? clock = null) =>
        new(ProbeJson.Default.Options, TimeSpan.FromSeconds(30), clock ?? TimeProvider.System);

    /// <summary>A clock with one timer, which the test lets go off.</summary>
    private sealed class HandClock : TimeProvider
    {
        public TimeSpan? DueTime { get; private set; }

        public Action Fire { get; private set; } = () => { };

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            (DueTime, Fire) = (dueTime, () => callback(state));
            return System.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
