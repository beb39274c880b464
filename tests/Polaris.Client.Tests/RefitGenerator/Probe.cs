using System.Net;
using System.Text;
using Polaris.Client.Http;
using Polaris.Client.Tests.Http;

namespace Polaris.Client.Tests.RefitGenerator;

/// <summary>The implementation of <see cref="IProbeApi"/> on a transport that records and answers at once.</summary>
internal sealed class Probe : HttpMessageHandler
{
    public const string BaseAddress = "https://example.org/api/v1/";

    private readonly HttpClient client;

    public Probe(string? json = null) : this(new StringContent(json ?? "", Encoding.UTF8, "application/json"))
    {
    }

    public Probe(HttpContent content)
    {
        client = new HttpClient(this) { BaseAddress = new Uri(BaseAddress) };
        Response = new ProbeResponse { Content = content, StatusCode = HttpStatusCode.OK };
        var serializer = new JsonContentSerializer(
            ProbeJson.Default.Options, Timeout.InfiniteTimeSpan, TimeProvider.System);
        Api = new ProbeApiImplementation(client, RefitSeam.CreateSettings(serializer, (response, exception) =>
            Task.FromResult(Map(response, exception))));
    }

    public IProbeApi Api { get; }

    public ProbeResponse Response { get; }

    /// <summary>Makes the exception for an unreadable answer; null keeps the original one.</summary>
    public Func<HttpResponseMessage, Exception, Exception?> Map { get; set; } = (_, _) => null;

    /// <summary>Looks at the request while it is sent: afterwards its content is disposed.</summary>
    public Action<HttpRequestMessage> Sending { get; set; } = _ => { };

    public HttpRequestMessage? Request { get; private set; }

    public byte[]? RequestBody { get; private set; }

    public int Calls { get; private set; }

    /// <summary>The address below the base address, exactly as it goes over the wire.</summary>
    public string Target => Request!.RequestUri!.AbsoluteUri[BaseAddress.Length..];

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Calls++;
        Request = request;
        RequestBody = request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        Sending(request);
        cancellationToken.ThrowIfCancellationRequested();
        return Response;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Response.Dispose();
        base.Dispose(disposing);
    }
}
