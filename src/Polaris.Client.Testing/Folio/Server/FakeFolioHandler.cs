using System.Net;

namespace Polaris.Client.Testing;

/// <summary>The end of a handler chain: here requests reach the fake instead of a network.</summary>
internal sealed class FakeFolioHandler(FakeFolio fake) : HttpMessageHandler
{
    private bool _isDisposed;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_isDisposed)
        {
            throw new ObjectDisposedException(nameof(HttpMessageHandler), "The client of this fake was disposed of.");
        }

        // A network never responds on the caller's stack; without this, races would stay hidden.
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        ReceivedRequest received = await ReceivedRequest.ReadAsync(request, cancellationToken).ConfigureAwait(false);
        FolioCall call = new(received, fake.Options.BaseAddress, fake.Report);
        FakeFolioFault? fault = fake.Faults.Take(call);
        FakeFolioExchange exchange = fake.Begin(call, fault);
        if (fault?.Wait > TimeSpan.Zero)
        {
            await Delay.For(fault.Wait, fake.Options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }

        FakeResponse response = fault?.InsteadOfServer?.Invoke(fake.Gateway) ?? fake.Answer(call);
        response = fault?.AfterServer(response) ?? response;
        exchange.Status = (HttpStatusCode)response.Status;
        return response.ToMessage(request);
    }

    protected override void Dispose(bool disposing)
    {
        _isDisposed = true;
        base.Dispose(disposing);
    }
}
