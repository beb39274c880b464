using Polaris.Client.Testing.Folio.Authentication;

namespace Polaris.Client.Testing.Folio.Server;

/// <summary>Takes a request through the gateway to the sign-in or to a resource. Called under the gate of the fake.</summary>
internal sealed class FolioServer(FakeFolio fake)
{
    private readonly FolioSignIn _signIn = new(fake);

    public FolioReply Answer(FolioRequest request)
    {
        FolioReply? refusal = CheckTransport(request);
        if (refusal is not null)
        {
            return refusal;
        }

        if (request.Tenant is not { } tenantId)
        {
            return fake.Gateway.NoTenant();
        }

        if (fake.FindTenant(tenantId) is not { } tenant)
        {
            return fake.Gateway.UnknownTenant(tenantId);
        }

        if (fake.Routes.Find(request.Call) is { } route)
        {
            return FolioReply.Of(route.Handler(request.Call));
        }

        return request.IsSignIn ? _signIn.Answer(request, tenant) : AnswerResource(request, tenant);
    }

    private FolioReply? CheckTransport(FolioRequest request)
    {
        if (request.TargetLength > fake.Options.MaxRequestTarget)
        {
            return FolioReply.Text(414, "<html><body><h1>414 Request-URI Too Large</h1></body></html>", "text/html");
        }

        if (!request.IsBelowGateway)
        {
            return FolioReply.Text(404, "<html><body><h1>404 Not Found</h1></body></html>", "text/html");
        }

        bool bodyOnGet = request.Method == "GET" && request.Body.Length > 0;
        return fake.Gateway.TokenConflict(request.Tokens) ?? (bodyOnGet ? fake.Gateway.BodyOnGet() : null);
    }

    private FolioReply AnswerResource(FolioRequest request, FakeFolioTenant tenant)
    {
        string path = request.Path.Substring(1);
        int slash = path.LastIndexOf('/');
        FakeFolioResource? resource = tenant.FindResource(path);
        string? id = null;
        if (resource is null && slash > 0)
        {
            resource = tenant.FindResource(path.Substring(0, slash));
            string last = path.Substring(slash + 1);
            id = Uri.UnescapeDataString(last);
        }

        string? operation = Operation(request.Method, id);
        if (resource is null || operation is null)
        {
            return fake.Gateway.NoRoute(request);
        }

        FakeFolioUser? user = _signIn.Authorize(request, tenant, resource.Shape.Permission(operation), out FolioReply? refusal);
        return refusal ?? FolioMediaTypes.Check(request)
            ?? Dispatch(request, id, resource, new FolioRecords(tenant, resource, user!));
    }

    private static string? Operation(string method, string? id) => (method, id) switch
    {
        ("GET", null) => "collection.get",
        ("POST", null) => "item.post",
        (_, null or "") => null,
        ("GET", _) => "item.get",
        ("PUT", _) => "item.put",
        ("DELETE", _) => "item.delete",
        _ => null,
    };

    private static FolioReply Dispatch(FolioRequest request, string? id, FakeFolioResource resource, FolioRecords records) =>
        request.Method switch
        {
            "GET" when id is null => FolioListing.Answer(request, resource),
            "GET" => records.Get(id),
            "POST" => records.Create(request.Body),
            "PUT" => records.Update(id!, request.Body),
            _ => records.Delete(id!),
        };
}
