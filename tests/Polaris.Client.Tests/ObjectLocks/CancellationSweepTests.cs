using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Tests.Http;

namespace Polaris.Client.Tests.ObjectLocks;

/// <summary>Callers that give up at any moment, over real sockets and in real time.</summary>
[Explicit("Takes about a minute of real time.")]
public sealed class CancellationSweepTests
{
    private const int Runs = 1000;
    private const int SideBySide = 10;
    private const int LongestWait = 200;

    [TestCase(0)]
    [TestCase(5)]
    [TestCase(20)]
    [TestCase(60)]
    [TestCase(200)]
    public async Task AcquireAsync_CanceledAtAnyMoment_LeavesNoLockAndReturnsAtOnce(int serverDelay)
    {
        using var server = new SlowLockServer(serverDelay);
        var options = TestClient.Options();
        options.BaseAddress = server.Address;
        options.ShutdownTimeout = TimeSpan.FromMinutes(1);
        var late = new ConcurrentBag<double>();
        await using (var polaris = PolarisClient.Create(options))
        {
            await (await polaris.ObjectLocks.AcquireAsync(ObjectType.ItemRecord, 1)).DisposeAsync();
            await Parallel.ForEachAsync(
                Enumerable.Range(1, Runs),
                new ParallelOptions { MaxDegreeOfParallelism = SideBySide },
                async (run, _) => await AcquireOrGiveUpAsync(polaris.ObjectLocks, run, TimeSpan.FromMilliseconds(run * LongestWait / Runs), late));
        }

        var sorted = late.Order().ToList();
        var percentile = sorted.Count == 0 ? 0 : sorted[(sorted.Count - 1) * 99 / 100];
        await TestContext.Out.WriteLineAsync(
            $"delay {serverDelay} ms: {Runs} runs, {sorted.Count} canceled, {server.Taken} locks taken, {server.Left} left, "
            + $"caller late {percentile:F1} ms (99th percentile), {sorted.LastOrDefault():F1} ms (worst)");
        Assert.Multiple(() =>
        {
            Assert.That(server.Left, Is.Zero);
            Assert.That(percentile, Is.LessThanOrEqualTo(50));
        });
    }

    private static async Task AcquireOrGiveUpAsync(ObjectLocksClient locks, int id, TimeSpan after, ConcurrentBag<double> late)
    {
        long canceled = 0;
        using var cancellation = new CancellationTokenSource();
        await using var timer = new Timer(_ => GiveUp(), null, after, Timeout.InfiniteTimeSpan);
        try
        {
            await using var lease = await locks.AcquireAsync(ObjectType.BibliographicRecord, id, cancellationToken: cancellation.Token);
        }
        catch (OperationCanceledException)
        {
            late.Add(Stopwatch.GetElapsedTime(Volatile.Read(ref canceled)).TotalMilliseconds);
        }

        void GiveUp()
        {
            Volatile.Write(ref canceled, Stopwatch.GetTimestamp());
            cancellation.Cancel();
        }
    }

    /// <summary>Takes a lock some time after it was asked to, whether or not the client still waits.</summary>
    private sealed class SlowLockServer : IDisposable
    {
        private readonly HttpListener _listener = new();
        private readonly ConcurrentDictionary<string, DateTime> _locks = new(StringComparer.Ordinal);
        private readonly int _delay;
        private int _taken;

        public SlowLockServer(int delay)
        {
            _delay = delay;
            using (var probe = new TcpListener(IPAddress.Loopback, 0))
            {
                probe.Start();
                Address = new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/");
            }

            _listener.Prefixes.Add(Address.AbsoluteUri);
            _listener.Start();
            _ = ListenAsync();
        }

        public Uri Address { get; }

        public int Taken => _taken;

        public int Left => _locks.Count;

        public void Dispose() => _listener.Close();

        private async Task ListenAsync()
        {
            try
            {
                while (true)
                {
                    var context = await _listener.GetContextAsync();
                    _ = Task.Run(() => AnswerAsync(context));
                }
            }
            catch (Exception exception) when (exception is ObjectDisposedException or HttpListenerException)
            {
                // The test has ended.
            }
        }

        private async Task AnswerAsync(HttpListenerContext context)
        {
            var path = context.Request.Url!.AbsolutePath;
            using var reader = new StreamReader(context.Request.InputStream);
            var body = await reader.ReadToEndAsync();
            var (status, json) = path.EndsWith("staffuser", StringComparison.Ordinal)
                ? (200, await Answers.SignIn().Content.ReadAsStringAsync())
                : await ActAsync(context.Request.HttpMethod, path, body);
            try
            {
                var bytes = Encoding.UTF8.GetBytes(json);
                context.Response.StatusCode = status;
                context.Response.ContentType = "application/json";
                context.Response.ContentLength64 = bytes.Length;
                await context.Response.OutputStream.WriteAsync(bytes);
                context.Response.Close();
            }
            catch (Exception exception) when (exception is HttpListenerException or IOException or ObjectDisposedException)
            {
                // The client has gone.
            }
        }

        private async Task<(int Status, string Json)> ActAsync(string method, string path, string body)
        {
            if (method == "POST")
            {
                var asked = JsonNode.Parse(body)!;
                var (type, id) = (asked["ObjectTypeID"]!.GetValue<int>(), asked["ObjectID"]!.GetValue<int>());
                await Task.Delay(_delay);
                Interlocked.Increment(ref _taken);
                var isNew = _locks.TryAdd($"{type}/{id}", DateTime.UtcNow.AddHours(-5));
                return (200, Print(type, id, !isNew));
            }

            var target = path[(path.IndexOf("objectlocks/", StringComparison.Ordinal) + "objectlocks/".Length)..];
            var isFound = method == "DELETE" ? _locks.TryRemove(target, out _) : _locks.ContainsKey(target);
            if (!isFound)
            {
                return (404, """{"ErrorCode":0,"Message":"Object is NOT currently locked. Success"}""");
            }

            var ids = target.Split('/').Select(id => int.Parse(id, CultureInfo.InvariantCulture)).ToArray();
            return (200, method == "DELETE" ? "true" : Print(ids[0], ids[1], null));
        }

        private string Print(int type, int id, bool? existing) => new JsonObject
        {
            ["ObjectTypeID"] = type,
            ["ObjectID"] = id,
            ["PolarisUserID"] = 1,
            ["WorkstationID"] = 15,
            ["LockDate"] = _locks.GetValueOrDefault($"{type}/{id}").ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture),
            ["ExistingLock"] = existing,
        }.ToJsonString();
    }
}
