using SiteCheck;

return await SiteCheckCommand.InvokeAsync(args);
