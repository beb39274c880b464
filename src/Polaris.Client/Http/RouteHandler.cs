namespace Polaris.Client.Http;

/// <summary>Refuses a request of a caller's own interface if its route values changed the route.</summary>
/// <remarks>An empty value, "." or ".." changes the path: <c>DELETE patrons/{id}/notes/..</c> would delete the patron.</remarks>
/// <param name="baseAddress">The address that the routes of the interface are relative to.</param>
internal sealed class RouteHandler(Uri baseAddress) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        HasItsRoute(request)
            ? base.SendAsync(request, cancellationToken)
            : throw new ArgumentException(
                $"A value of the route {RequestOptions.RouteOf(request)} is empty, \".\" or \"..\", which would lead to another resource.");

    private bool HasItsRoute(HttpRequestMessage request)
    {
        if (RequestOptions.TemplateOf(request) is not { } template || template.Contains("{**"))
        {
            return true;
        }

        // A slash in a value is escaped, so the number of segments is that of the template unless a value removed some.
        var path = template.Split('?')[0];
        return baseAddress.IsBaseOf(request.RequestUri!)
            && Segments(request.RequestUri!.AbsolutePath.Substring(baseAddress.AbsolutePath.Length)) == Segments(path);
    }

    private static int Segments(string path) => path.Split(['/'], StringSplitOptions.RemoveEmptyEntries).Length;
}
