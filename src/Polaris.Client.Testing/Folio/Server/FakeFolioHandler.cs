using System.Net;

namespace Polaris.Client.Testing.Folio.Server;

/// <summary>The end of a handler chain: here requests reach the fake in the place of a network.</summary>
internal sealed class FakeFolioHandler(FakeFolio fake) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // A network never answers on the caller's stack; without this, races would stay hidden.
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        FolioRequest incoming = await FolioRequest.ReadAsync(request, fake, cancellationToken)
            .ConfigureAwait(false);
        FakeFolioFault? fault = fake.Faults.Take(incoming);
        FakeFolioExchange exchange = fake.Begin(incoming, fault);
        if (fault?.Wait > TimeSpan.Zero)
        {
            await DelayAsync(fault.Wait, cancellationToken).ConfigureAwait(false);
        }

        FolioReply reply = fault?.InsteadOfServer?.Invoke(fake.Gateway) ?? fake.Answer(incoming);
        reply = fault?.AfterServer(reply) ?? reply;
        exchange.Status = (HttpStatusCode)reply.Status;
        return reply.ToMessage(request);
    }

    private Task DelayAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
#if NET
        return Task.Delay(wait, fake.Options.TimeProvider, cancellationToken);
#else
        return fake.Options.TimeProvider.Delay(wait, cancellationToken);
#endif
    }
}
