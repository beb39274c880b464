using Polaris.Client.Testing.Authentication;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Polaris.Client.Testing.ObjectLocks;
using Polaris.Client.Testing.Workflows;

namespace Polaris.Client.Testing.Routing;

/// <summary>Finds who answers a request, after checking what holds for all of them.</summary>
internal sealed class PolarisServer(
    FakePolarisOptions options, StaffAuthentication signIn, ObjectLockRoutes locks, WorkflowRoutes workflows)
{
    private const string LengthRequired = "HTTP Error 411. The request must be chunked or have a content length.";
    private static readonly string[] Verbs = ["GET", "PUT", "POST", "DELETE"];

    public Answer Process(Call call)
    {
        try
        {
            return Dispatch(call);
        }
        catch (Refusal refusal)
        {
            return refusal.Answer;
        }
        catch (JsonException)
        {
            return call.BadRequest("The body is not of the documented shape.").Answer;
        }
    }

    private Answer Dispatch(Call call)
    {
        CheckEnvelope(call);
        if (call.Route.IsStatus)
        {
            return Status(call);
        }

        string shape = ShapeOf(call);
        if (!call.Route.IsKnown)
        {
            throw Unknown(call, shape);
        }

        if (shape == "POST authentication/*")
        {
            return signIn.SignIn(call);
        }

        Func<Call, Answer> answer = Find(shape) ?? throw Unknown(call, shape);
        call.Caller = signIn.Authenticate(call);
        if (call.Route.SiteDomain != options.SiteDomain)
        {
            throw call.Refuse("The address names another site.", Answer.NotFoundPage());
        }

        if (call.Request.Uri.Query.Length > 1 && shape != "GET objectlocks")
        {
            call.Report("No query is documented here.");
        }

        return answer(call);
    }

    private Func<Call, Answer>? Find(string shape) => shape switch
    {
        "POST objectlocks" => locks.LockOne,
        "POST objectlocks/*" => locks.LockMany,
        "GET objectlocks" => locks.List,
        "GET objectlocks/*/*" => locks.Find,
        "DELETE objectlocks" => locks.UnlockAll,
        "DELETE objectlocks/*/*" => locks.UnlockOne,
        "POST workflow" => workflows.Start,
        "PUT workflow/*" => workflows.Reply,
        "GET workflow/*" => workflows.Find,
        _ => null,
    };

    private static void CheckEnvelope(Call call)
    {
        bool wantsJson = call.Request.Accept.Count == 0
            || call.Request.Accept.Any(type => type is "application/json" or "text/json" or "application/*" or "*/*");
        if (!wantsJson)
        {
            throw call.Refuse("The Accept header leaves no room for JSON.", Answer.Empty(HttpStatusCode.NotAcceptable));
        }

        if (call.Request.Method is "POST" or "PUT" && call.Request.Body is null)
        {
            throw call.Refuse(
                "A POST or PUT needs a body, if only an empty one.",
                Answer.Html((int)HttpStatusCode.LengthRequired, LengthRequired));
        }
    }

    private static string ShapeOf(Call call)
    {
        string first = call.Route.Resource.Count > 0 ? call.Route.Resource[0] : "";
        return $"{call.Request.Method} {first}{string.Concat(call.Route.Resource.Skip(1).Select(_ => "/*"))}";
    }

    private Refusal Unknown(Call call, string shape)
    {
        string resource = shape.Substring(shape.IndexOf(' ') + 1);
        bool isOtherVerb = call.Route.IsKnown && Verbs.Any(verb => Find($"{verb} {resource}") is not null);
        return isOtherVerb
            ? call.Refuse("This resource does not know this verb.", Answer.Empty(HttpStatusCode.MethodNotAllowed))
            : call.Refuse("Nothing is documented at this address.", Answer.NotFoundPage());
    }

    private static Answer Status(Call call) => call.Request.Method == "GET"
        ? Answer.Json(new JsonObject
        {
            ["ServiceName"] = "Polaris.ApplicationServices",
            ["Version"] = "7.6.37191.1",
            ["Major"] = 7,
            ["Minor"] = 6,
            ["Build"] = 37191,
            ["Revision"] = 1,
            ["Patches"] = null,
        })
        : throw call.Refuse("The status is read with GET.", Answer.Empty(HttpStatusCode.MethodNotAllowed));
}
