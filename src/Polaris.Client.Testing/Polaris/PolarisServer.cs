using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>The endpoints of Polaris, and the rules for all of them.</summary>
internal sealed class PolarisServer(
    FakePolarisOptions options, StaffAuthentication signIn, ObjectLockRoutes locks, WorkflowRoutes workflows, BibRoutes bibs, AuthorityRoutes authorities,
    ItemRoutes items, PatronRoutes patrons, PatronChangeRoutes patronChanges, RecordSetRoutes recordSets,
    ListRoutes lists, SettingRoutes settings, HoldRoutes holds)
{
    private const string LengthRequired = "HTTP Error 411. The request must be chunked or have a content length.";

    private static readonly string[] MediaTypes = ["application/json", "text/json", "application/*", "*/*"];

    /// <summary>The endpoints without organization and workstation; they do not need a sign-in.</summary>
    private RouteTable<PolarisCall> Open => field ??= new()
    {
        { "GET", "api", Status },
        { "POST", "authentication/staffuser", signIn.SignIn },
    };

    private readonly RouteTable<PolarisCall> _routes = new()
    {
        { "POST", "objectlocks", locks.LockOne },
        { "POST", "objectlocks/{objectTypeId}", locks.LockMany },
        { "GET", "objectlocks?getAllLocks", locks.List },
        { "GET", "objectlocks/{objectTypeId}/{objectId}", locks.Find },
        { "DELETE", "objectlocks", locks.UnlockAll },
        { "DELETE", "objectlocks/{objectTypeId}/{objectId}", locks.UnlockOne },
        { "POST", "workflow", workflows.Start },
        { "PUT", "workflow/{guid}", workflows.Reply },
        { "GET", "workflow/{guid}", workflows.Find },
        { "GET", "bibliographicrecords/{id}?checkforresourcelinks", bibs.Get },
        { "GET", "bibliographicrecords/{id}/marcdisplay", bibs.MarcDisplay },
        { "GET", "bibliographicrecords/{id}/availability?nofilter", bibs.Availability },
        { "GET", "bibliographicrecords/{id}/items?Limit&Offset&PitID&LocationCode&FilterFlags&SortOption1&SortOption2&VolumeNumber&CollectionCode&countOnly&format", bibs.Items },
        { "GET", "bibliographicrecords/{id}/recordsets", bibs.RecordSets },
        { "POST", "bibliographicrecords?type", bibs.Create },
        { "GET", "marc/records?ids", bibs.MarcRecords },
        { "GET", "itemrecords/{id}?isBarcode&view&patronID", items.Get },
        { "GET", "itemrecords/{id}/holds?Limit&Offset", items.Holds },
        { "GET", "itemrecords/{id}/recordsets", items.RecordSets },
        { "POST", "itemrecords/{id}/blockingnote", items.AddBlockingNote },
        { "POST", "itemrecords/batch/getbyids?patronID&view", items.GetByIds },
        { "GET", "barcodes/items/{id}", items.Barcode },
        { "GET", "authorityrecords/{id}", authorities.Get },
        { "GET", "authorityrecords/{id}/marcdisplay", authorities.MarcDisplay },
        { "GET", "authorityrecords/{id}/recordsets", authorities.RecordSets },
        { "PUT", "remoterecord?z3950Flag", authorities.CreateFromRemote },
        { "GET", "recordsets/{id}?ownerInfoOnly", recordSets.Get },
        { "GET", "recordsets/{id}/records?startIndex&numRecords&sortResults", recordSets.Contents },
        { "PUT", "recordsets/{id}", recordSets.Update },
        { "POST", "recordsets?generateNoLinks&allowLargeRecordSet&itemCircStatusFilter&patronCodesFilter&includeDelete", recordSets.Create },
        { "GET", "patrons/{id}?precheckoutbrief&basicdata&headerdata&blockssummary&dateinfo&regpermissionpriority", patrons.Get },
        { "POST", "patrons/{id}?type", patronChanges.Post },
        { "PATCH", "patrons/{id}?type", patronChanges.Patch },
        { "GET", "ids/patrons?id&type", patrons.FindId },
        { "GET", "barcodes/patrons/{id}", patrons.Barcode },
        { "GET", "patrons/{id}/blockssummary?logonBranchID&associatedblocks", patrons.Blocks },
        { "DELETE", "patrons/{id}/blocks/{type}/{blockId}", patronChanges.RemoveBlock },
        { "GET", "patronblocks?orgID", patrons.LibraryBlocks },
        { "GET", "patrons/{id}/itemsout?ilsTransactionSubTypeCode", patrons.ItemsOut },
        { "GET", "patrons/{id}/accounttransactions", patrons.AccountTransactions },
        { "GET", "patrons/{id}/account/outstanding", patrons.OutstandingAccount },
        { "GET", "patrons/{id}/associations", patrons.Associations },
        { "POST", "patrons/{id}/associations", patronChanges.AddAssociations },
        { "GET", "patroncustomdata/{type}", patrons.CustomData },
        { "POST", "patrons/{id}/notes", patronChanges.ReplaceNotes },
        { "GET", "patrons/{id}/readerservices?extendedData", patrons.ReaderServices },
        { "GET", "patrondefaults?type&orgid", settings.PatronDefaults },
        { "GET", "collections?orgid&includeEmptyObject&includeABR", lists.OfOrganization },
        { "GET", "shelflocations?orgid&includeEmptyObject", lists.OfOrganization },
        { "GET", "materialtypes", lists.All },
        { "GET", "itemstatuses", lists.All },
        { "GET", "sysholdstatuses", lists.All },
        { "GET", "organizations", lists.All },
        { "GET", "patroncodes?orgid", lists.OfOrganization },
        { "GET", "sysadmin/organizations/{organizationId}/values/{mnemonic}", settings.Value },
        { "GET", "sysadmin/organizations/{organizationId}/values?mnemonic", settings.Values },
        { "GET", "sysadmin/{organizationId}/profiles/marc/ValidationRules/{format}", settings.MarcValidationRules },
        { "GET", "sysadmin/permissions/granted/{id}?ownerID&ownerIDs&returnGrantingOrgs", settings.Permission },
        { "GET", "marc/tags/{tag}/fixedtagtypes", settings.FixedTagTypes },
        { "GET", "holds/{id}?history&satisfiedby&pickupbranchidonly", holds.Get },
        { "PUT", "holds/{id}?action&activePending&isstatuslistlimited&patronId&itemrecordid", holds.Change },
        { "DELETE", "holds/{id}", holds.Delete },
        { "GET", "holdsdefaults", HoldRoutes.Defaults },
        { "GET", "holdssummary/{branchId}", holds.Counts },
        { "GET", "holdssummary/{branchId}/{branchTypeId}/{statusId}", holds.Summary },
        { "GET", "illsummary/{branchId}/{branchTypeId}/{illStatusId}", holds.IllSummary },
        { "GET", "patrons/{id}/requests/local", holds.ListLocal },
        { "GET", "patrons/{id}/requests/ill", holds.ListIll },
    };

    public void Add(string method, string path, Func<FakeRequest, FakeResponse> handler) => _routes.Add(method, path, handler);

    /// <summary>The object that a request locks or changes; <c>null</c> if it does neither.</summary>
    public LockTarget? TargetOf(PolarisCall call)
    {
        try
        {
            return _routes.Find(call) is not { } route ? null
                : route.Handler == locks.LockOne ? ObjectLockRoutes.ReadTarget(call)
                : workflows.TargetOf(call);
        }
        catch (Refusal)
        {
            return null;
        }
    }

    public FakeResponse Process(PolarisCall call)
    {
        try
        {
            return WithAdditionalMembers(call, Dispatch(call));
        }
        catch (Refusal refusal)
        {
            return refusal.Response;
        }
        catch (JsonException)
        {
            return call.BadRequest("The body does not have the documented structure.").Response;
        }
    }

    private FakeResponse Dispatch(PolarisCall call)
    {
        CheckEnvelope(call);
        if (!call.Address.IsKnown)
        {
            throw call.Refuse(PolarisAnswers.NotFoundPage(), "Nothing is documented at this address.");
        }

        RouteTable<PolarisCall> table = call.Address.WorkstationId is null ? Open : _routes;
        RouteTable<PolarisCall>.Route route = table.Find(call) ?? throw Unknown(call, table);
        if (table == _routes)
        {
            call.Caller = signIn.Authenticate(call);
            CheckSite(call);
        }

        foreach (string name in route.Undocumented(call))
        {
            call.Report($"The parameter '{name}' is not documented here.", UnexpectedLevel.Remark);
        }

        return route.Handler(call);
    }

    private void CheckSite(PolarisCall call)
    {
        if (call.Address.SiteDomain != options.SiteDomain)
        {
            throw call.Refuse(PolarisAnswers.NotFoundPage(), $"The site is '{options.SiteDomain}', but the address names another one.");
        }
    }

    private static void CheckEnvelope(PolarisCall call)
    {
        string accept = call.Header("Accept") ?? "*/*";
        if (!MediaTypes.Any(accept.Contains))
        {
            throw call.Refuse(FakeResponse.Empty(406), "The Accept header does not allow JSON.");
        }

        if (call.Method is "POST" or "PUT" or "PATCH" && call.Received.Body is null)
        {
            throw call.Refuse(FakeResponse.Html(411, LengthRequired), "A POST, PUT or PATCH needs a body, which may be empty.");
        }
    }

    private static Refusal Unknown(PolarisCall call, RouteTable<PolarisCall> table) => table.MethodsAt(call) is { Count: > 0 } methods
        ? call.Refuse(
            FakeResponse.Empty(405).With("Allow", string.Join(", ", methods)),
            $"This address supports only {string.Join(", ", methods)}.")
        : call.Refuse(
            PolarisAnswers.NotFoundPage(),
            $"The fake has no route for this address; add one with {nameof(FakePolaris)}.{nameof(FakePolaris.On)}.");

    private FakeResponse Status(PolarisCall call)
    {
        int[] numbers = [.. options.Version.Split('.').Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0)];
        return FakeResponse.Json(new JsonObject
        {
            ["ServiceName"] = "Polaris.ApplicationServices",
            ["Version"] = options.Version,
            ["Major"] = numbers.ElementAtOrDefault(0),
            ["Minor"] = numbers.ElementAtOrDefault(1),
            ["Build"] = numbers.ElementAtOrDefault(2),
            ["Revision"] = numbers.ElementAtOrDefault(3),
            ["Patches"] = null,
        });
    }

    /// <summary>Adds the undocumented properties of the site to each object of a successful response.</summary>
    private FakeResponse WithAdditionalMembers(PolarisCall call, FakeResponse response)
    {
        if (response.Status != 200 || response.ContentType?.StartsWith("application/json", StringComparison.Ordinal) != true
            || !options.AdditionalMembers.TryGetValue(call.Path.Split('/')[0], out JsonObject? members))
        {
            return response;
        }

        JsonNode? body = JsonNode.Parse(response.Text);
        foreach (JsonObject row in body is JsonArray rows ? rows.OfType<JsonObject>() : [.. new[] { body }.OfType<JsonObject>()])
        {
            foreach (KeyValuePair<string, JsonNode?> member in members.Where(member => !row.ContainsKey(member.Key)))
            {
                row[member.Key] = member.Value?.DeepClone();
            }
        }

        return response.WithBody(Encoding.UTF8.GetBytes(body?.ToJsonString() ?? "null"));
    }
}
