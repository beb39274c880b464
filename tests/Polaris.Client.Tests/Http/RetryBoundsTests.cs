using Microsoft.Extensions.Logging;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Http;

/// <summary>The caps and times of the retries at and next to their bounds.</summary>
public sealed class RetryBoundsTests
{
    [TestCase(60, 2)]
    [TestCase(61, 1)]
    public void SignIn_AskedToWait_IsRepeatedUpToTheLongestRetryAfter(int seconds, int signIns)
    {
        var clock = TestClient.Clock();
        var server = new ScriptedServer { WhenSigningIn = (_, _) => Task.FromResult(Answers.RetryAfter(503, TimeSpan.FromSeconds(seconds))) };
        using var polaris = TestClient.Create(server, options => options.Retry.MaxRetries = 1, clock);

        Assert.ThrowsAsync<RequestFailedException>(() => polaris.ObjectLocks.ListAsync());

        Assert.That(server.SignIns, Has.Count.EqualTo(signIns));
        Assert.That(clock.Elapsed, Is.EqualTo(TimeSpan.FromSeconds((signIns - 1) * seconds)));
    }

    [TestCase(-10, 0)]
    [TestCase(0, 0)]
    [TestCase(10, 10)]
    public void RetryAfter_Date_IsTheTimeUntilIt(int date, int seconds)
    {
        var clock = new ManualTimeProvider();
        var server = new ScriptedServer().Then(() => Answers.RetryAfter(400, clock.GetUtcNow().AddSeconds(date)));
        using var polaris = TestClient.Create(server, time: clock);

        var error = Assert.ThrowsAsync<ValidationFailedException>(() => polaris.ObjectLocks.ListAsync())!;

        Assert.That(error.Failure.RetryAfter, Is.EqualTo(TimeSpan.FromSeconds(seconds)));
    }

    [TestCase(29, 2)]
    [TestCase(30, 1)]
    public void RetryAfter_ThatLeavesNoTimeForAnotherAttempt_IsNotWaited(int seconds, int attempts)
    {
        var clock = TestClient.Clock();
        var server = new ScriptedServer().Always(_ => Answers.RetryAfter(503, TimeSpan.FromSeconds(seconds)));
        using var polaris = TestClient.Create(
            server, options => (options.Retry.TotalTimeout, options.Retry.LockWait) = (TimeSpan.FromSeconds(30), TimeSpan.Zero), clock);

        var error = Assert.ThrowsAsync<RequestFailedException>(() => polaris.ObjectLocks.ListAsync())!;

        Assert.That(error.Attempts, Is.EqualTo(attempts));
        Assert.That(clock.Elapsed, Is.EqualTo(TimeSpan.FromSeconds((attempts - 1) * seconds)));
    }

    [TestCase(0.0, 0.25, 0.5, 1)]
    [TestCase(0.5, 0.375, 0.75, 1.5)]
    [TestCase(1.0, 0.5, 1, 2)]
    public void Pauses_ByTheirJitter_LieBetweenHalfAndTheWholeStep(double jitter, params double[] seconds)
    {
        var clock = TestClient.Clock();
        var times = new List<double>();
        var server = new ScriptedServer().Always(_ =>
        {
            times.Add(clock.Elapsed.TotalSeconds);
            return Answers.Json(null, 503);
        });
        using var polaris = TestClient.Create(server, options => options.Retry.Jitter = () => jitter, clock);

        Assert.ThrowsAsync<RequestFailedException>(() => polaris.ObjectLocks.ListAsync());

        Assert.That(times.Zip(times.Skip(1), (earlier, later) => later - earlier), Is.EqualTo(seconds).Within(0.001));
    }

    [Test]
    public void Switch_Off_OnlyTheTimeoutOfTheAttemptCounts()
    {
        var clock = TestClient.Clock();
        using var polaris = TestClient.Create(
            new ScriptedServer().ThenHangs(clock),
            options => (options.Retry.Enabled, options.Retry.TotalTimeout, options.Timeout) = (false, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(40)),
            clock);

        Assert.ThrowsAsync<TransportException>(() => polaris.ObjectLocks.ListAsync());

        Assert.That(clock.Elapsed, Is.EqualTo(TimeSpan.FromSeconds(40)));
    }

    [Test]
    public void Attempt_TotalShorterThanItsTimeout_EndsWithTheTotal()
    {
        var clock = TestClient.Clock();
        using var polaris = TestClient.Create(
            new ScriptedServer().ThenHangs(clock),
            options => (options.Retry.TotalTimeout, options.Retry.LockWait) = (TimeSpan.FromSeconds(7), TimeSpan.Zero),
            clock);

        Assert.ThrowsAsync<TransportException>(() => polaris.ObjectLocks.ListAsync());

        Assert.That(clock.Elapsed, Is.EqualTo(TimeSpan.FromSeconds(7)));
    }

    [Test]
    public void Call_MachineSleepsDuringAPause_TheNextAttemptDoesNotRunWithoutLimit()
    {
        var clock = TestClient.Clock();
        using var logs = new SleepingMachine(clock, TimeSpan.FromHours(10));
        using var polaris = TestClient.Create(new ScriptedServer().Then(503).ThenHangs(clock), time: clock, logs: logs);

        Assert.ThrowsAsync<TransportException>(() => polaris.ObjectLocks.ListAsync());

        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromHours(11)));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Cancellation_ThatTheNetworkReportsAsAnotherException_IsTheCallersOwn(bool retries)
    {
        using var cancellation = new CancellationTokenSource();
        var server = new ScriptedServer().Then((_, _) =>
        {
            cancellation.Cancel();
            throw Answers.Reset();
        });
        using var polaris = TestClient.Create(server, options => options.Retry.Enabled = retries);

        var error = Assert.CatchAsync<OperationCanceledException>(() => polaris.ObjectLocks.ListAsync(cancellationToken: cancellation.Token))!;

        Assert.That(error.CancellationToken, Is.EqualTo(cancellation.Token));
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Cancellation_WhileTheBodyOfAnErrorArrives_IsTheCallersOwn(bool retries)
    {
        using var cancellation = new CancellationTokenSource();
        var server = new ScriptedServer().Then(() => Answers.Broken("{", 500, async token =>
        {
            await cancellation.CancelAsync();
            token.ThrowIfCancellationRequested();
        }));
        using var polaris = TestClient.Create(server, options => options.Retry.Enabled = retries);

        Assert.CatchAsync<OperationCanceledException>(() => polaris.ObjectLocks.ListAsync(cancellationToken: cancellation.Token));
    }

    [Test]
    public void NoAnswer_NeverLeftOrLost_AdvisesAccordingly()
    {
        using var refused = TestClient.Create(new ScriptedServer().Always(_ => throw Answers.Refused()));
        using var lost = TestClient.Create(new ScriptedServer().Always(_ => throw Answers.Reset()));

        Assert.That(
            Assert.ThrowsAsync<TransportException>(() => refused.ObjectLocks.ListAsync())!.Message,
            Does.StartWith("GET /objectlocks could not be sent").And.Contain("safe to send it again").And.Not.Contain("may have acted"));
        Assert.That(
            Assert.ThrowsAsync<TransportException>(() => lost.ObjectLocks.ListAsync())!.Message,
            Does.StartWith("GET /objectlocks received no response").And.Contain("may have acted").And.Not.Contain("safe"));
    }

    [Test]
    public void NoAnswer_TooSlow_StatesThatItTookTooLong()
    {
        var clock = TestClient.Clock();
        var server = new ScriptedServer().ThenHangs(clock);
        using var polaris = TestClient.Create(server, options => options.Retry.Enabled = false, clock);

        var error = Assert.ThrowsAsync<TransportException>(() => polaris.ObjectLocks.FindAsync(ObjectType.Patron, 1))!;

        Assert.That(error.Message, Does.StartWith("GET /objectlocks/{objectTypeId}/{objectId} exceeded the timeout"));
        Assert.That(error.RequestPath, Is.EqualTo(server.Requests[0].Address.AbsolutePath));
        Assert.That(error.InnerException, Is.TypeOf<TimeoutException>().With.Message.Contains("00:01:40"));
    }

    /// <summary>A log whose machine is suspended as soon as a retry is announced.</summary>
    private sealed class SleepingMachine(ManualTimeProvider clock, TimeSpan sleep) : ILoggerFactory, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (eventId.Id == 1)
            {
                clock.Advance(sleep);
            }
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public void Dispose()
        {
        }
    }
}
