using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Polaris.Client.Tests.Faults.Sockets;

/// <summary>How the server treats one request on the wire.</summary>
public enum Treatment
{
    /// <summary>Processes the request and answers it.</summary>
    Answer,

    /// <summary>Sends the header after the client's timeout.</summary>
    SlowHeader,

    /// <summary>Sends half of the body, and the rest after the client's timeout.</summary>
    SlowBody,

    /// <summary>Closes the connection with a reset instead of processing the request.</summary>
    ResetBefore,

    /// <summary>Processes the request and resets the connection.</summary>
    ResetAfter,

    /// <summary>Processes the request after the client's timeout.</summary>
    ProcessLate,

    /// <summary>A gateway answers 504 at once; the origin processes the request afterwards.</summary>
    GatewayTimeout,

    Redirect,

    /// <summary>Answers with an HTML page and status 200, and processes nothing.</summary>
    Page,

    /// <summary>Answers, and closes the kept connection without announcing it.</summary>
    AnswerAndClose,

    /// <summary>Announces more bytes than it sends.</summary>
    TruncatedBody,
}

/// <summary>A server of bare sockets on a free port of this machine. It finishes what it has received.</summary>
/// <remarks>
/// Each test queues treatments by the beginning of "METHOD path"; everything else is answered. "After the timeout" is not a pause:
/// the server waits until the test releases it or until the client has closed the connection.
/// </remarks>
internal sealed class HostileServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Treatment>> _treatments = new();
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly ConcurrentBag<TcpClient> _clients = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<string, string, WireAnswer> _process;
    private readonly object _gate = new();

    /// <param name="process">Processes "METHOD path" with a body; one request at a time.</param>
    public HostileServer(Func<string, string, WireAnswer> process)
    {
        _process = process;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _connections.Add(AcceptAsync());
    }

    public sealed record WireAnswer(int Status, string Body);

    public Uri Address { get; }

    /// <summary>Every request that was received, in order.</summary>
    public ConcurrentQueue<string> Received { get; } = new();

    /// <summary>Treats the next requests that begin so in this way, one after the other.</summary>
    public HostileServer Treat(string request, params Treatment[] treatments)
    {
        var queue = _treatments.GetOrAdd(request, _ => new());
        foreach (var treatment in treatments)
        {
            queue.Enqueue(treatment);
        }

        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        foreach (var client in _clients)
        {
            client.Dispose();
        }

        await Task.WhenAll(_connections);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _clients.Add(client);
                _connections.Add(ServeAsync(client));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // The server has been stopped; "not listening" and "disposed" are InvalidOperationExceptions.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            var stream = client.GetStream();
            while (await ReadRequestAsync(stream) is var (request, body))
            {
                Received.Enqueue(request);
                if (!await TreatAsync(client, stream, request, body))
                {
                    return;
                }
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The client has gone, or the server has been stopped.
        }
    }

    /// <summary>Returns whether the connection may be used again.</summary>
    private async Task<bool> TreatAsync(TcpClient client, NetworkStream stream, string request, string body)
    {
        switch (Next(request))
        {
            case Treatment.ResetBefore:
                Reset(client);
                return false;
            case Treatment.ResetAfter:
                Process(request, body);
                Reset(client);
                return false;
            case Treatment.ProcessLate:
                await UntilTheClientLeavesAsync(stream);
                Process(request, body);
                return false;
            case Treatment.SlowHeader:
                Process(request, body);
                await UntilTheClientLeavesAsync(stream);
                return false;
            case Treatment.SlowBody:
                var slow = Process(request, body);
                await SendAsync(stream, slow, half: true);
                await UntilTheClientLeavesAsync(stream);
                return false;
            case Treatment.GatewayTimeout:
                await SendAsync(stream, new WireAnswer(504, "upstream request timeout"), mediaType: "text/plain");
                Process(request, body);
                return true;
            case Treatment.Redirect:
                await SendAsync(stream, new WireAnswer(307, ""), header: "Location: http://127.0.0.1:1/elsewhere\r\n");
                return true;
            case Treatment.Page:
                await SendAsync(stream, new WireAnswer(200, "<html><body>Please sign in.</body></html>"), mediaType: "text/html");
                return true;
            case Treatment.AnswerAndClose:
                await SendAsync(stream, Process(request, body));
                Reset(client, kindly: true);
                return false;
            case Treatment.TruncatedBody:
                await SendAsync(stream, Process(request, body), half: true);
                Reset(client, kindly: true);
                return false;
            default:
                await SendAsync(stream, Process(request, body));
                return true;
        }
    }

    private Treatment Next(string request)
    {
        foreach (var (beginning, queue) in _treatments)
        {
            if (request.StartsWith(beginning, StringComparison.Ordinal) && queue.TryDequeue(out var treatment))
            {
                return treatment;
            }
        }

        return Treatment.Answer;
    }

    private WireAnswer Process(string request, string body)
    {
        lock (_gate)
        {
            return _process(request, body);
        }
    }

    /// <summary>A read that ends means that the client closed its side, as it does when it gives a request up.</summary>
    private async Task UntilTheClientLeavesAsync(NetworkStream stream)
    {
        try
        {
            _ = await stream.ReadAsync(new byte[1], _stop.Token);
        }
        catch (IOException)
        {
            // It was reset, which is as good.
        }
    }

    private static void Reset(TcpClient client, bool kindly = false)
    {
        client.LingerState = kindly ? new LingerOption(enable: false, 0) : new LingerOption(enable: true, 0);
        client.Close();
    }

    private static async Task SendAsync(
        NetworkStream stream, WireAnswer answer, bool half = false, string mediaType = "application/json", string header = "")
    {
        var body = Encoding.UTF8.GetBytes(answer.Body);
        var head = string.Create(CultureInfo.InvariantCulture,
            $"HTTP/1.1 {answer.Status} x\r\nContent-Type: {mediaType}\r\nDate: {DateTimeOffset.UtcNow:R}\r\n{header}Content-Length: {body.Length}\r\n\r\n");
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head).Concat(half ? body[..(body.Length / 2)] : body).ToArray());
    }

    /// <summary>Reads "METHOD path-below-organization-and-workstation" and the body; <see langword="null"/> when the client has closed.</summary>
    private static async Task<(string Request, string Body)?> ReadRequestAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one) == 0)
            {
                return null;
            }

            head.Append((char)one[0]);
        }

        var lines = head.ToString().Split("\r\n");
        var length = lines.Where(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
            .Select(line => int.Parse(line[15..], CultureInfo.InvariantCulture)).FirstOrDefault();
        var body = new byte[length];
        await stream.ReadExactlyAsync(body);
        var parts = lines[0].Split(' ');
        var path = parts[1].Split("/20/")[1].Split('/');
        return ($"{parts[0]} {string.Join('/', path[0] == "authentication" ? path : path[3..])}", Encoding.UTF8.GetString(body));
    }
}
