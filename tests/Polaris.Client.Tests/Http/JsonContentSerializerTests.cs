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
    public async Task Body_OfTwoServersInTurn_IsWrittenAndReadAsEachOfThemWants()
    {
        var camelCase = new JsonSerializerOptions { TypeInfoResolver = ProbeJson.Default, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
        JsonContentSerializer[] servers = [Create(), new(camelCase, TimeSpan.FromSeconds(30), TimeProvider.System)];

        for (int round = 0; round < 2; round++)
        {
            foreach (var (server, name) in servers.Zip(["Id", "id"]))
            {
                using HttpContent written = server.ToHttpContent(new ProbeRecord { Id = 7 });
                using var answer = new StringContent($$"""{"{{name}}":8}""");

                Assert.That(await written.ReadAsStringAsync(), Does.StartWith($$"""{"{{name}}":7"""));
                Assert.That((await server.FromHttpContentAsync<ProbeRecord>(answer))!.Id, Is.EqualTo(8));
            }
        }
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
        using var body = new StalledStream();
        using var content = new StreamContent(body);

        Assert.CatchAsync<OperationCanceledException>(
            () => Create().FromHttpContentAsync<ProbeRecord>(content, new CancellationToken(canceled: true)));

        Assert.That(body.Reads, Is.Zero);
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

    [Test]
    public void FromHttpContentAsync_CallerGivesUpInTheMiddleOfALongBody_ReadsNoFurther()
    {
        using var cancellation = new CancellationTokenSource();
        const int length = 200 * 1024;
        using var body = new GivingUpStream(cancellation, length);
        using var content = new StreamContent(body);
        content.Headers.ContentLength = length;

        Assert.CatchAsync<OperationCanceledException>(() => Create().FromHttpContentAsync<ProbeRecord>(content, cancellation.Token));

        Assert.That(body.Given, Is.InRange(1, length - 1));
    }

    [Test]
    public void ToHttpContent_Null_NamesTheArgument() =>
        Assert.That(() => Create().ToHttpContent<ProbeRecord>(null!), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("item"));

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

    /// <summary>Blanks, all of them there, and a caller who gives up after the first of them.</summary>
    private sealed class GivingUpStream(CancellationTokenSource caller, int length) : MemoryStream(Enumerable.Repeat((byte)' ', length).ToArray())
    {
        public int Given { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var read = Read(buffer.Span[..Math.Min(buffer.Length, 16 * 1024)]);
            Given += read;
            caller.Cancel();
            return new(read);
        }
    }
}
