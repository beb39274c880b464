namespace Polaris.Client.Http;

/// <summary>The innermost handler: notes when an attempt is handed to the network, and what the network's answer leaves open.</summary>
internal sealed class NetworkHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var context = CallContext.Of(request);
        context.CallerToken.ThrowIfCancellationRequested();
        cancellationToken.ThrowIfCancellationRequested();
        context.HandOver();
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            context.ServerTime = response.Headers.Date;
            context.Settle(DoubtOf.Status(response.StatusCode));
            return response;
        }
        catch (Exception exception) when (DoubtOf.NeverLeft(exception))
        {
            context.Settle(Doubt.NotSent);
            throw;
        }
    }
}
