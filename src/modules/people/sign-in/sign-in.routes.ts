import type { Route } from '../../../platform/http/route.ts'
import type { Visitor } from '../visitor.ts'
import { accountRoutes } from './account/account.route.ts'
import { byMailRoutes } from './by-mail/by-mail.route.ts'
import { demandRoutes } from './demand/demand.route.ts'
import type { Doors } from './doors.ts'
import { lookAfterWaysRoutes } from './look-after-ways/look-after-ways.route.ts'
import { passkeyRoutes } from './passkeys/passkeys.route.ts'
import { changePasswordRoutes } from './password/change-password.route.ts'
import { secondFactorRoutes } from './second-factor/second-factor.route.ts'
import { secondStepRoutes } from './second-step/second-step.route.ts'
import { sessionRoutes } from './sessions/sessions.route.ts'
import { setUpProviderRoutes } from './set-up-provider/set-up-provider.route.ts'
import { passwordDoor } from './sign-in.route.ts'
import { signOnRoutes } from './sign-on/sign-on.route.ts'

/** Every way in, and what each visitor looks after of their own. */
export function signInRoutes(doors: Doors): readonly Route<Visitor>[] {
  return [
    passwordDoor,
    byMailRoutes,
    secondStepRoutes,
    passkeyRoutes,
    accountRoutes,
    changePasswordRoutes,
    secondFactorRoutes,
    sessionRoutes,
    demandRoutes,
    lookAfterWaysRoutes,
    signOnRoutes,
    setUpProviderRoutes,
  ].flatMap((routes) => routes(doors))
}
