using System.Text;
using System.Text.Json.Nodes;

namespace Polaris.Client.ContractTests.Wire;

/// <summary>What every request to Polaris must carry: one that differs in any of it matches no stub.</summary>
public static class StubbedPolaris
{
    public const string Language = "eng";
    public const int ProductId = 20;
    public const string SiteDomain = "polaris";
    public const int OrganizationId = 3;
    public const int WorkstationId = 1242;

    /// <summary>The ID that the sign-in answers, and that the workflow requests carry as <c>TxnUserID</c>.</summary>
    public const int UserId = 1;

    public const string UserDomain = "MYLIB";
    public const string UserName = "Aladdin";
    public const string Password = "opensesame";

    /// <summary>The path before the resource: <c>workflow</c>, <c>objectlocks</c>.</summary>
    public const string Path = "/Polaris.ApplicationServices/api/v1/eng/20/polaris/3/1242/";

    public const string SignInPath = "/Polaris.ApplicationServices/api/v1/eng/20/authentication/staffuser";

    /// <summary>The Authorization header with the token of the first sign-in.</summary>
    public const string Authorization = "PAS polaris:ContractTestsAccessToken00000001:AccessSecret0001";

    /// <summary>The Authorization header after a second sign-in, if the first token was refused.</summary>
    public const string RenewedAuthorization = "PAS polaris:ContractTestsAccessToken00000002:AccessSecret0002";

    /// <summary>The headers of every request after the sign-in.</summary>
    public static IReadOnlyDictionary<string, string> Headers { get; } = new Dictionary<string, string>
    {
        ["Authorization"] = Authorization,
        ["Accept"] = "application/json",
    };

    /// <summary>The sign-in: Basic credentials and an empty body of length 0.</summary>
    public static Stub SignIn { get; } = Stub.Of(
        "POST " + SignInPath,
        root: Path,
        new Dictionary<string, string>
        {
            ["Authorization"] = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($@"{UserDomain}\{UserName}:{Password}")),
            ["Accept"] = "application/json",
            ["Content-Length"] = "0",
        },
        body: null);

    /// <summary>The answer to a sign-in: the first or the second token.</summary>
    public static Answer Token(int number) => Answer.Json(200, $$"""
        {
          "SiteDomain": "polaris", "UserDomain": "MYLIB",
          "AccessToken": "ContractTestsAccessToken0000000{{number}}", "AccessSecret": "AccessSecret000{{number}}",
          "AuthExpDate": "2099-10-13T10:00:20.42-05:00",
          "PolarisUser": {
            "PolarisUserID": 1, "OrganizationID": 3, "ExternalID": null, "Name": "Aladdin", "BranchID": 3, "Enabled": true,
            "CreatorID": 1, "ModifierID": null, "CreationDate": "2013-04-03T09:06:33.367", "ModificationDate": null,
            "NetworkDomainID": null, "RecordStatusID": 1, "Email": null, "Groups": null
          },
          "ERMSNetworkAddress": "", "DataSource": "", "SiteCode": ""
        }
        """);

    /// <summary>A request, written as verb and path after <see cref="Path"/>.</summary>
    public static Stub Expect(string request, JsonNode? body) => Stub.Of(request, Path, Headers, body);
}
