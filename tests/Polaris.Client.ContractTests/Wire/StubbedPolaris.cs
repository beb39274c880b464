namespace Polaris.Client.ContractTests.Wire;

/// <summary>Whom the Polaris stubs expect: a request that differs in one of these matches none of them.</summary>
public static class StubbedPolaris
{
    public const string Language = "eng";
    public const int ProductId = 20;
    public const string SiteDomain = "polaris";
    public const int OrganizationId = 3;
    public const int WorkstationId = 1242;

    /// <summary>The id that the sign-in answers, and that the workflow requests carry as <c>TxnUserID</c>.</summary>
    public const int UserId = 1;

    public const string UserDomain = "MYLIB";
    public const string UserName = "Aladdin";
    public const string Password = "opensesame";

    /// <summary>The path before the resource: <c>workflow</c>, <c>objectlocks</c>.</summary>
    public const string Path = "/Polaris.ApplicationServices/api/v1/eng/20/polaris/3/1242/";

    public const string SignInPath = "/Polaris.ApplicationServices/api/v1/eng/20/authentication/staffuser";

    /// <summary>The Authorization header with the token of the mapping <c>SignIn/polaris</c>.</summary>
    public const string Authorization = "PAS polaris:ContractTestsAccessToken00000001:AccessSecret0001";

    /// <summary>The Authorization header after a second sign-in, where a mapping refuses the first token.</summary>
    public const string RenewedAuthorization = "PAS polaris:ContractTestsAccessToken00000002:AccessSecret0002";
}
